//! Behaviour of every chart, by example and over generated data.
#![allow(
    clippy::float_cmp,
    reason = "coordinates are rounded to tenths, and equal values have to be drawn equal"
)]

use proptest::prelude::*;

use super::*;
use crate::insight::{CheckInItem, Finding, Spread, Wave, WavePoint};
use crate::journal::RecordId;
use crate::rating::Rating;
use crate::time::LocalDay;

const MOOD: ChartMeasure = ChartMeasure::CheckIn(CheckInItem::Mood);

fn rows(readings: &[Reading]) -> Vec<Row<LocalDay>> {
    let first: LocalDay = "2026-01-01".parse().unwrap();
    (0..)
        .zip(readings)
        .map(|(offset, reading)| Row {
            key: first.plus(offset),
            reading: *reading,
        })
        .collect()
}

fn values(values: &[f64]) -> Vec<Row<LocalDay>> {
    let readings: Vec<Reading> = values.iter().map(|v| Reading::Value(*v)).collect();
    rows(&readings)
}

fn plain(width: f64, height: f64) -> Frame {
    Frame::new(width, height, Margins::default()).unwrap()
}

fn wave(start: u8, later: &[(u32, u8)]) -> Wave {
    Wave {
        craving: RecordId::next(None, 0, 0),
        start: Rating::new(start).unwrap(),
        later: later
            .iter()
            .map(|(minutes, intensity)| WavePoint {
                minutes: *minutes,
                intensity: Rating::new(*intensity).unwrap(),
            })
            .collect(),
        left_out: 0,
    }
}

#[test]
fn a_number_is_written_with_at_most_one_decimal_and_nothing_is_never_less_than_nothing() {
    let written = [0.0, -0.04, 0.05, 9.96, -2.5, 12.0, f64::NAN].map(tenths);
    assert_eq!(written, ["0", "0", "0.1", "10", "-2.5", "12", "0"]);
}

#[test]
fn a_day_without_a_value_breaks_the_line() {
    use Reading::{Missing, Outside, Value};
    let readings = [
        Outside,
        Value(2.0),
        Value(4.0),
        Missing,
        Value(10.0),
        Missing,
        Value(0.0),
    ];
    let line = LineChart::new(MOOD, rows(&readings), plain(70.0, 100.0));
    let paths: Vec<&str> = line.segments.iter().map(|s| s.path.as_str()).collect();
    assert_eq!(paths, ["M15 80L25 60", "M45 0h0", "M65 100h0"]);
    assert_eq!(line.table().len(), 7);
    assert_eq!(line.table()[3].reading, Missing);
}

#[test]
fn a_day_without_a_value_breaks_the_wave_too_and_one_day_alone_is_a_dot() {
    use Reading::{Missing, Outside, Value};
    let readings = [Outside, Value(2.0), Value(4.0), Missing, Value(10.0)];
    let area_chart = AreaChart::new(MOOD, rows(&readings), plain(50.0, 100.0));
    let paths: Vec<&str> = area_chart.areas.iter().map(|c| c.path.as_str()).collect();
    assert_eq!(paths, ["M15 80C18.3 80 21.7 60 25 60", "M45 0h0"]);
    assert_eq!(
        area_chart.areas[0].area,
        "M15 80C18.3 80 21.7 60 25 60L25 100L15 100z"
    );
    assert_eq!(area_chart.areas[1].area, "");
    let gaps: Vec<bool> = area_chart.gaps.iter().map(|gap| gap.missing).collect();
    assert_eq!(gaps, [false, true]);
}

#[test]
fn before_and_after_stand_on_the_whole_scale() {
    let chart = BeforeAfter::new(8.0, 3.5, plain(100.0, 10.0));
    assert_eq!(
        (chart.before.at, chart.after.at, chart.middle),
        (80.0, 35.0, 5.0)
    );
}

#[test]
fn a_value_of_nothing_is_a_bar_and_a_missing_day_is_a_gap() {
    use Reading::{Missing, Outside, Value};
    let readings = [Value(0.0), Missing, Value(3.0), Outside];
    let bars = Bars::new(
        ChartMeasure::CravingsPerDay,
        rows(&readings),
        plain(100.0, 40.0),
    );
    let drawn: Vec<_> = bars.bars.iter().map(|b| (b.value, b.y, b.height)).collect();
    assert_eq!(drawn, [(0.0, 40.0, 0.0), (3.0, 0.0, 40.0)]);
    let gaps: Vec<_> = bars.gaps.iter().map(|g| (g.x, g.missing)).collect();
    assert_eq!(gaps, [(27.5, true), (77.5, false)]);
}

#[test]
fn a_number_that_is_none_counts_as_missing() {
    let bars = Bars::new(
        MOOD,
        values(&[f64::NAN, f64::INFINITY, 5.0]),
        plain(9.0, 9.0),
    );
    assert_eq!(bars.bars.len(), 1);
    assert_eq!(bars.describe().missing, 2);
    assert_eq!(bars.describe().n, 1);
}

#[test]
fn the_sentence_tells_extremes_where_they_first_occur_missing_days_and_the_trend() {
    use Reading::{Missing, Outside, Value};
    let readings = [
        Outside,
        Value(2.0),
        Value(7.0),
        Value(2.0),
        Value(7.0),
        Missing,
        Value(7.0),
        Value(5.0),
    ];
    let summary = LineChart::new(MOOD, rows(&readings), plain(10.0, 10.0)).describe();
    assert_eq!(summary.what, MOOD);
    assert_eq!((summary.n, summary.missing), (6, 1));
    let highest = summary.highest.unwrap();
    assert_eq!((highest.value, highest.times), (7.0, 3));
    assert_eq!(highest.at.to_string(), "2026-01-03");
    let lowest = summary.lowest.unwrap();
    assert_eq!((lowest.value, lowest.times), (2.0, 2));
    assert_eq!(lowest.at.to_string(), "2026-01-02");
    assert_eq!(summary.trend, Finding::NotEnoughYet { n: 3, needed: 13 });
    let when = summary.when.unwrap();
    assert_eq!(when.0.to_string(), "2026-01-01");
    assert_eq!(when.1.to_string(), "2026-01-08");
}

#[test]
fn a_chart_of_nothing_says_so() {
    let empty = LineChart::new(MOOD, Vec::new(), plain(10.0, 10.0));
    assert_eq!(empty.segments, []);
    assert_eq!(empty.describe().when, None);
    assert_eq!(empty.describe().highest, None);
    assert_eq!(
        empty.describe().trend,
        Finding::NotEnoughYet { n: 0, needed: 13 }
    );
    assert!(empty.y_ticks.len() > 1);
    let heat = Heat::new(&[Spread::default(); 24], plain(240.0, 10.0));
    assert_eq!(heat.describe().busiest, None);
    assert_eq!(heat.describe().quiet, 24);
    assert!(heat.cells.iter().all(|cell| cell.level == 0));
}

#[test]
fn ticks_name_every_day_of_a_week_every_week_of_a_month_and_every_month_of_a_year() {
    let ticks = |days: usize| {
        let line = LineChart::new(MOOD, values(&vec![1.0; days]), plain(300.0, 10.0));
        line.x_ticks.len()
    };
    assert_eq!(ticks(7), 7);
    assert_eq!(ticks(31), 5);
    assert_eq!(ticks(365), 12);
}

#[test]
fn the_busiest_hour_is_darkest_and_one_craving_is_never_as_light_as_none() {
    let mut hours = [Spread::default(); 24];
    for (hour, n) in [(3, 1), (8, 50), (20, 100), (21, 51)] {
        for _ in 0..n {
            hours[hour].add(Rating::new(u8::try_from(hour % 11).unwrap()).unwrap());
        }
    }
    let heat = Heat::new(&hours, plain(240.0, 10.0));
    let levels = [0, 3, 8, 20, 21].map(|hour: usize| heat.cells[hour].level);
    assert_eq!(levels, [0, 1, 2, 4, 3]);
    let summary = heat.describe();
    assert_eq!(summary.n, 202);
    assert_eq!(summary.busiest.unwrap().at, 20);
    assert_eq!(summary.strongest.unwrap().at, 21);
    assert_eq!(summary.quiet, 20);
    assert_eq!(heat.table()[8].mean, Some(8.0));
    let named: Vec<u8> = heat.x_ticks.iter().map(|tick| tick.label).collect();
    assert_eq!(named, [0, 6, 12, 18]);
}

#[test]
fn a_wave_is_drawn_over_true_minutes_on_an_axis_of_at_least_twenty() {
    let course = Course::over(&wave(7, &[(3, 9), (10, 4)]), plain(200.0, 100.0));
    assert_eq!(course.path, "M0 30L30 10L100 60");
    let minutes: Vec<u32> = course.x_ticks.iter().map(|tick| tick.label).collect();
    assert_eq!(minutes, [0, 5, 10, 15, 20]);
    let summary = course.describe();
    assert_eq!((summary.n, summary.minutes), (3, 10));
    assert_eq!((summary.highest.at, summary.lowest.at), (3, 10));
    assert_eq!(summary.change(), -3.0);
    assert_eq!(course.table().len(), 3);
}

#[test]
fn a_craving_never_rated_again_is_a_dot() {
    let course = Course::over(&wave(7, &[]), plain(200.0, 100.0));
    assert_eq!(course.path, "M0 30h0");
    assert_eq!(course.describe().change(), 0.0);
    assert_eq!(course.describe().highest.value, 7.0);
}

fn frame() -> impl Strategy<Value = Frame> {
    (
        1.0..2000.0,
        1.0..2000.0,
        [0.0..40.0, 0.0..40.0, 0.0..40.0, 0.0..40.0],
    )
        .prop_filter_map("no room", |(width, height, [top, right, bottom, left])| {
            let margins = Margins {
                top,
                right,
                bottom,
                left,
            };
            Frame::new(width, height, margins).ok()
        })
}

fn reading() -> impl Strategy<Value = Reading> {
    prop_oneof![
        4 => (0.0..=10.0).prop_map(Reading::Value),
        1 => Just(Reading::Value(5.0)),
        1 => (0.0..1e7).prop_map(Reading::Value),
        1 => any::<f64>().prop_map(Reading::Value),
        2 => Just(Reading::Missing),
        1 => Just(Reading::Outside),
    ]
}

fn measure() -> impl Strategy<Value = ChartMeasure> {
    prop_oneof![
        Just(ChartMeasure::CravingsPerDay),
        Just(ChartMeasure::StrongestPerDay),
        Just(MOOD)
    ]
}

/// Inside the plot, with one decimal and no negative zero.
fn fits(frame: &Frame, x: f64, y: f64) -> bool {
    let ([left, right], [bottom, top]) = (frame.across(), frame.upward());
    let inside =
        (left - 1e-9..=right + 1e-9).contains(&x) && (top - 1e-9..=bottom + 1e-9).contains(&y);
    let within = 0.0 <= left && right <= frame.width() && 0.0 <= top && bottom <= frame.height();
    let tidy = |c: f64| {
        ((c * 10.0).round() / 10.0 - c).abs() < 1e-9 && !(c == 0.0 && c.is_sign_negative())
    };
    inside && within && tidy(x) && tidy(y)
}

proptest! {
    #[test]
    fn bars_lie_inside_their_frame_and_every_day_is_a_bar_or_a_gap(
        readings in prop::collection::vec(reading(), 0..120), what in measure(), frame in frame()
    ) {
        let bars = Bars::new(what, rows(&readings), frame);
        prop_assert_eq!(bars.bars.len() + bars.gaps.len(), readings.len());
        for bar in &bars.bars {
            prop_assert!(fits(&frame, bar.x, bar.y), "{:?}", bar);
            prop_assert!(fits(&frame, bar.x, bar.y + bar.height), "{:?}", bar);
            prop_assert!(bar.x + bar.width <= frame.width() + 1e-9);
            prop_assert!(bar.value.is_finite());
        }
        for gap in &bars.gaps {
            prop_assert!(gap.x >= 0.0 && gap.x + gap.width <= frame.width() + 1e-9);
        }
        let summary = bars.describe();
        let outside = readings.iter().filter(|r| **r == Reading::Outside).count();
        prop_assert_eq!(summary.n + summary.missing + outside, readings.len());
    }

    #[test]
    fn higher_values_are_never_drawn_lower(
        readings in prop::collection::vec((0.0..=10.0).prop_map(Reading::Value), 2..40),
        what in measure(), frame in frame()
    ) {
        let mut bars = Bars::new(what, rows(&readings), frame).bars;
        bars.sort_by(|a, b| a.value.total_cmp(&b.value));
        prop_assert!(bars.windows(2).all(|pair| pair[0].y >= pair[1].y));
    }

    #[test]
    fn a_line_crosses_no_gap_and_leaves_no_value_out(
        readings in prop::collection::vec(reading(), 0..120), what in measure(), frame in frame()
    ) {
        let line = LineChart::new(what, rows(&readings), frame);
        let drawn: usize = line.segments.iter().map(|segment| segment.points.len()).sum();
        prop_assert_eq!(drawn, line.describe().n);
        let mut before: Option<LocalDay> = None;
        for segment in &line.segments {
            let first = segment.points.first().unwrap().key;
            prop_assert!(before.is_none_or(|last| first.days_since(last) > 1));
            for pair in segment.points.windows(2) {
                prop_assert_eq!(pair[1].key.days_since(pair[0].key), 1);
                prop_assert!(pair[0].x <= pair[1].x);
            }
            prop_assert!(segment.points.iter().all(|p| fits(&frame, p.x, p.y)));
            prop_assert!(!segment.path.contains("NaN") && !segment.path.contains("inf"));
            prop_assert_eq!(segment.path.matches(['M', 'L']).count(), segment.points.len());
            before = segment.points.last().map(|point| point.key);
        }
    }

    #[test]
    fn a_wave_never_shows_more_or_less_than_was_logged(
        readings in prop::collection::vec(reading(), 0..60), frame in frame()
    ) {
        let area_chart = AreaChart::new(MOOD, rows(&readings), frame);
        for area in &area_chart.areas {
            let heights: Vec<f64> = area.points.iter().map(|point| point.y).collect();
            let numbers = area.path.split(['M', 'C', ' ', 'h']).filter(|one| !one.is_empty());
            let numbers: Vec<f64> = numbers.map(|one| one.parse().unwrap()).collect();
            // After the first point, two handles and a point at a time.
            for (pair, curve) in heights.windows(2).zip(numbers[2..].chunks(6)) {
                let (low, high) = (pair[0].min(pair[1]) - 0.1, pair[0].max(pair[1]) + 0.1);
                prop_assert!([1, 3, 5].iter().all(|at| (low..=high).contains(&curve[*at])));
            }
        }
    }

    #[test]
    fn axes_cover_what_they_measure(
        readings in prop::collection::vec(reading(), 0..70), what in measure(), frame in frame()
    ) {
        let line = LineChart::new(what, rows(&readings), frame);
        let top = line.y_ticks.last().unwrap();
        prop_assert_eq!(line.y_ticks[0].label, 0.0);
        prop_assert_eq!([line.y_ticks[0].at, top.at], frame.upward());
        if let (true, Some(highest)) = (what.is_count(), line.describe().highest) {
            prop_assert!(highest.value <= top.label * (1.0 + 1e-9) || top.label >= 1e12);
        }
        prop_assert!(line.y_ticks.windows(2).all(|pair| pair[0].at >= pair[1].at));
        prop_assert!(line.x_ticks.windows(2).all(|pair| pair[0].at <= pair[1].at));
        prop_assert!(line.x_ticks.iter().all(|tick| fits(&frame, tick.at, top.at)));
    }

    #[test]
    fn all_equal_values_are_level(value in 0.0..=10.0, days in 1..40usize, frame in frame()) {
        let line = LineChart::new(MOOD, values(&vec![value; days]), frame);
        prop_assert_eq!(line.segments.len(), 1);
        let points = &line.segments[0].points;
        prop_assert!(points.iter().all(|point| point.y == points[0].y));
        let summary = line.describe();
        prop_assert_eq!(summary.highest, summary.lowest);
        prop_assert_eq!(summary.highest.unwrap().times, days);
    }

    #[test]
    fn a_course_of_any_length_stays_inside(
        start in 0..=10u8,
        later in prop::collection::vec((prop_oneof![0..60u32, any::<u32>()], 0..=10u8), 0..8),
        frame in frame()
    ) {
        let mut later = later;
        later.sort_unstable();
        let course = Course::over(&wave(start, &later), frame);
        prop_assert!(course.points.iter().all(|p| fits(&frame, p.x, p.y)));
        prop_assert!(course.points.windows(2).all(|pair| pair[0].x <= pair[1].x));
        prop_assert!((2..=10).contains(&course.x_ticks.len()));
        let end = course.x_ticks.last().unwrap();
        prop_assert!(later.iter().all(|(minutes, _)| *minutes <= end.label));
        prop_assert_eq!(end.at, frame.across()[1]);
    }
}
