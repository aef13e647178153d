//! Charts, drawn where core says things go.
//!
//! A chart is a handful of SVG paths however many days it has, stretched over the room there is.
//! Its labels are text beside it, so that they keep their shape and grow with the person's text
//! size. Whoever cannot see it is given the sentence that the chart is labelled by, and the table.

use ebb_core::chart::{
    AreaChart, Bar, Bars, BeforeAfter, ChartPoint, Course, DARKEST, Frame, Gap, Heat, LineChart,
    Results, tenths,
};
use leptos::prelude::*;

use super::pick::Picked;

/// Class of each shade of a [`heat`] chart.
const SHADES: [&str; DARKEST as usize + 1] = ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4"];
const ROUNDING: f64 = 3.0;

/// What belongs to a chart besides its geometry.
pub struct Labels {
    /// Ids of the texts that say what it shows.
    pub ids: String,
    /// What to write along the foot, evenly spread.
    pub across: Vec<String>,
    /// A name for the stylesheet.
    pub class: &'static str,
    /// Which of its points a person looks at.
    pub picked: Option<Picked>,
}

/// A path's class and its commands.
type Layer = (&'static str, String);

/// A bar for each day. A day of none has a mark, and a day that is not known a pale column.
pub fn bars(chart: &Bars, labels: Labels) -> AnyView {
    let mut columns = String::new();
    let mut nothing = String::new();
    for bar in &chart.bars {
        if bar.height > 0.0 {
            column(&mut columns, bar);
        } else {
            let mark = [('M', bar.x), (' ', bar.y), ('h', bar.width)];
            draw(&mut nothing, &mark);
        }
    }
    let up = chart.y_ticks.iter().map(|tick| tenths(tick.label));
    let lines = lines(&chart.frame, chart.y_ticks.iter().map(|tick| tick.at));
    let layers = vec![
        ("chart-unknown", unknown(&chart.frame, &chart.gaps)),
        ("chart-grid", lines),
        ("chart-bars", columns),
        ("chart-none", nothing),
    ];
    picture(&chart.frame, layers, up.collect(), labels)
}

/// A line over days, broken where a day has no value.
pub fn line(chart: &LineChart, labels: Labels) -> AnyView {
    let mut course = String::new();
    let mut dots = String::new();
    for segment in &chart.segments {
        course.push_str(&segment.path);
        dotted(&mut dots, &segment.points);
    }
    let ends = [chart.y_ticks.first(), chart.y_ticks.last()];
    let up = ends.iter().flatten().map(|tick| tenths(tick.label));
    let lines = lines(&chart.frame, ends.iter().flatten().map(|tick| tick.at));
    let layers = vec![
        ("chart-grid", lines),
        ("chart-line", course),
        ("chart-dots", dots),
    ];
    picture(&chart.frame, layers, up.collect(), labels)
}

/// Water that rises and falls over days, broken where a day has no value.
pub fn area_chart(chart: &AreaChart, labels: Labels) -> AnyView {
    let up = chart.y_ticks.iter().map(|tick| tenths(tick.label));
    picture(&chart.frame, area_layers(chart), up.collect(), labels)
}

fn area_layers(chart: &AreaChart) -> Vec<Layer> {
    let [mut fill, mut curves, mut dots] = [const { String::new() }; 3];
    for area in &chart.areas {
        fill.push_str(&area.area);
        curves.push_str(&area.path);
        dotted(&mut dots, &area.points);
    }
    vec![
        ("chart-unknown", unknown(&chart.frame, &chart.gaps)),
        (
            "chart-grid",
            lines(&chart.frame, chart.y_ticks.iter().map(|tick| tick.at)),
        ),
        ("chart-fill", fill),
        ("chart-line", curves),
        ("chart-dots", dots),
    ]
}

/// The same with some of its days marked, such as those of slips.
pub fn area_chart_marked(
    chart: &AreaChart,
    marked: &[usize],
    days: usize,
    labels: Labels,
) -> AnyView {
    let mut marks = String::new();
    let [left, right] = chart.frame.across();
    let [bottom, top] = chart.frame.upward();
    // Far fewer than 2^32.
    let number = |count: usize| u32::try_from(count).map_or(0.0, f64::from);
    for day in marked {
        let at = left + (right - left) * (number(*day) + 0.5) / number(days.max(1));
        draw(&mut marks, &[('M', at), (' ', top), ('V', bottom)]);
    }
    let mut layers = area_layers(chart);
    layers.push(("chart-marks", marks));
    let up = chart.y_ticks.iter().map(|tick| tenths(tick.label));
    picture(&chart.frame, layers, up.collect(), labels)
}

/// Results at their days, joined by a line, over the published ranges they may lie in.
pub fn results(chart: &Results, labels: Labels) -> AnyView {
    let mut dots = String::new();
    dotted(&mut dots, &chart.points);
    let mut ranges = String::new();
    let [left, right] = chart.frame.across();
    // Every other one is shaded: a shade says where a range ends, and not that it is bad.
    for range in chart.ranges.iter().skip(1).step_by(2) {
        rectangle(&mut ranges, [left, range.y, right - left, range.height]);
    }
    let up = chart.y_ticks.iter().map(|tick| tenths(tick.label));
    let marks = chart.y_ticks.iter().chain(&chart.bands);
    let layers = vec![
        ("chart-range", ranges),
        ("chart-grid", lines(&chart.frame, marks.map(|tick| tick.at))),
        ("chart-line", chart.path.clone()),
        ("chart-dots", dots),
    ];
    picture(&chart.frame, layers, up.collect(), labels)
}

/// The course of one craving, with another line pale behind it.
pub fn course(chart: &Course, behind: String, labels: Labels) -> AnyView {
    let mut dots = String::new();
    dotted(&mut dots, &chart.points);
    let ends = [chart.y_ticks.first(), chart.y_ticks.last()];
    let up = ends.iter().flatten().map(|tick| tenths(tick.label));
    let lines = lines(&chart.frame, ends.iter().flatten().map(|tick| tick.at));
    let layers = vec![
        ("chart-grid", lines),
        ("chart-usual", behind),
        ("chart-line", chart.path.clone()),
        ("chart-dots", dots),
    ];
    picture(&chart.frame, layers, up.collect(), labels)
}

/// Shaded cells in a row.
pub fn heat(chart: &Heat, labels: Labels) -> AnyView {
    let mut layers: Vec<Layer> = SHADES.map(|class| (class, String::new())).into();
    for cell in &chart.cells {
        if let Some((_, path)) = layers.get_mut(usize::from(cell.level)) {
            rectangle(path, [cell.x, cell.y, cell.width, cell.height]);
        }
    }
    picture(&chart.frame, layers, Vec::new(), labels)
}

/// From a ring, before, to a dot, after. What they are is told in words beside it.
pub fn before_after(chart: &BeforeAfter) -> AnyView {
    let frame = &chart.frame;
    let middle = chart.middle;
    let mut line = String::new();
    let between = [('M', chart.before.at), (' ', middle), ('H', chart.after.at)];
    draw(&mut line, &between);
    let dot = |at: f64| {
        let mut path = String::new();
        draw(&mut path, &[('M', at), (' ', middle), ('h', 0.0)]);
        path
    };
    let [left, right] = frame.across();
    let mut scale = String::new();
    draw(&mut scale, &[('M', left), (' ', middle), ('H', right)]);
    view! {
        <svg
            class="chart-change"
            viewBox=size(frame)
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <path class="change-scale" d=scale></path>
            <path class="change-line" d=line></path>
            <path class="change-before" d=dot(chart.before.at)></path>
            <path class="change-ring" d=dot(chart.before.at)></path>
            <path class="change-after" d=dot(chart.after.at)></path>
        </svg>
    }
    .into_any()
}

fn size(frame: &Frame) -> String {
    format!("0 0 {} {}", tenths(frame.width()), tenths(frame.height()))
}

fn picture(frame: &Frame, layers: Vec<Layer>, up: Vec<String>, labels: Labels) -> AnyView {
    let paths: Vec<_> = layers
        .into_iter()
        .filter(|(_, path)| !path.is_empty())
        .map(|(class, path)| view! { <path class=class d=path></path> }.into_any())
        .collect();
    let frame = *frame;
    let cursor = labels.picked.map(|picked| {
        let line = move || {
            let at = picked.share() * frame.width();
            let [bottom, top] = frame.upward();
            let mut path = String::new();
            draw(&mut path, &[('M', at), (' ', top), ('V', bottom)]);
            path
        };
        view! { <path class="chart-cursor" d=line></path> }.into_any()
    });
    let tap = move |event| {
        if let Some(picked) = labels.picked {
            picked.take_nearest(&event);
        }
    };
    view! {
        <div class=format!("chart {}", labels.class)>
            <div class="chart-up" aria-hidden="true">
                {words(up)}
            </div>
            <svg
                viewBox=size(&frame)
                preserveAspectRatio="none"
                role="img"
                aria-labelledby=labels.ids
                on:click=tap
            >
                {paths} {cursor}
            </svg>
            <div class="chart-across" aria-hidden="true">
                {words(labels.across)}
            </div>
        </div>
    }
    .into_any()
}

fn words(words: Vec<String>) -> Vec<AnyView> {
    words
        .into_iter()
        .map(|words| view! { <span>{words}</span> }.into_any())
        .collect()
}

fn dotted<K>(path: &mut String, points: &[ChartPoint<K>]) {
    for point in points {
        draw(path, &[('M', point.x), (' ', point.y), ('h', 0.0)]);
    }
}

fn lines(frame: &Frame, at: impl Iterator<Item = f64>) -> String {
    let mut path = String::new();
    let [left, right] = frame.across();
    for at in at {
        draw(&mut path, &[('M', left), (' ', at), ('H', right)]);
    }
    path
}

fn unknown(frame: &Frame, gaps: &[Gap]) -> String {
    let mut path = String::new();
    let [bottom, top] = frame.upward();
    for gap in gaps.iter().filter(|gap| gap.missing) {
        rectangle(&mut path, [gap.x, top, gap.width, bottom - top]);
    }
    path
}

/// A bar with a rounded top.
fn column(path: &mut String, bar: &Bar) {
    let round = ROUNDING.min(bar.height).min(bar.width / 2.0);
    let across = bar.width - 2.0 * round;
    draw(
        path,
        &[
            ('M', bar.x),
            (' ', bar.y + bar.height),
            ('V', bar.y + round),
            ('q', 0.0),
            (' ', -round),
            (' ', round),
            (' ', -round),
            ('h', across),
            ('q', round),
            (' ', 0.0),
            (' ', round),
            (' ', round),
            ('V', bar.y + bar.height),
        ],
    );
    path.push('z');
}

fn rectangle(path: &mut String, [x, y, width, height]: [f64; 4]) {
    let sides = [
        ('M', x),
        (' ', y),
        ('h', width),
        ('v', height),
        ('H', x),
        ('V', y),
    ];
    draw(path, &sides);
}

/// Adds commands, each a letter (or a space, for a further number of the same one) and a number.
fn draw(path: &mut String, commands: &[(char, f64)]) {
    for (letter, number) in commands {
        path.push(*letter);
        path.push_str(&tenths(*number));
    }
}
