//! How the time of opening grows with the records, as a picture.

use super::Figure;
use std::fmt::Write as _;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 400.0;
const MARGIN: f64 = 60.0;
/// Room for the names of the curves.
const NAMES: f64 = 150.0;
/// What is measured of which store (`tests/e2e/bench/open.spec.ts`), and its colour.
const CURVES: [(&str, &str, &str); 4] = [
    ("a usable Now", "plain", "#7fb3bd"),
    ("a usable Now", "sealed", "#1b6b78"),
    ("read all", "plain", "#d9a066"),
    ("read all", "sealed", "#a4501a"),
];

/// One curve: records and milliseconds, in the order of the records.
type Points = Vec<(f64, f64)>;

/// The curves of what was measured. Both ways are logarithmic, since a usable Now takes hardly
/// longer with forty years of records. Without figures of opening there is no picture.
pub fn svg(figures: &[Figure]) -> Option<String> {
    let curves = CURVES.map(|(what, how, colour)| (what, how, colour, points(figures, what, how)));
    let all = || curves.iter().flat_map(|(.., points)| points);
    let records = scale(all().map(|point| point.0))?;
    let time = scale(all().map(|point| point.1))?;
    let place = |&(x, y): &(f64, f64)| {
        let x = MARGIN + records(x) * (WIDTH - 2.0 * MARGIN - NAMES);
        let y = HEIGHT - MARGIN - time(y) * (HEIGHT - 2.0 * MARGIN);
        (x, y)
    };
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"12\">\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\
         <text x=\"{MARGIN}\" y=\"24\">Milliseconds to open, by records, both logarithmic</text>"
    );
    for (what, how, colour, points) in &curves {
        let places: Vec<_> = points.iter().map(place).collect();
        // The two stores lie close together.
        let aside = if *how == "plain" { -8.0 } else { 18.0 };
        draw(&mut text, points, &places, colour, aside);
        if let Some((x, y)) = places.last() {
            let (x, y) = (x + 10.0, y + aside);
            // Writing to a String cannot fail.
            let _ = write!(
                text,
                "<text x=\"{x:.0}\" y=\"{y:.0}\" fill=\"{colour}\">{what}, {how}</text>"
            );
        }
    }
    text.push_str("</svg>\n");
    Some(text)
}

fn draw(text: &mut String, points: &Points, places: &[(f64, f64)], colour: &str, aside: f64) {
    let line: Vec<_> = places
        .iter()
        .map(|(x, y)| format!("{x:.0},{y:.0}"))
        .collect();
    let _ = write!(
        text,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
        line.join(" ")
    );
    for ((records, ms), (x, y)) in points.iter().zip(places) {
        let _ = write!(
            text,
            "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"4\" fill=\"{colour}\">\
             <title>{records:.0} records: {ms:.0} ms</title></circle>\
             <text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"end\" fill=\"{colour}\">{ms:.0}</text>\
             <text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{records:.0}</text>",
            y + aside,
            HEIGHT - MARGIN / 2.0
        );
    }
}

/// Places values between 0 and 1 by their logarithms.
fn scale(values: impl Iterator<Item = f64> + Clone) -> Option<impl Fn(f64) -> f64> {
    let least = values.clone().reduce(f64::min)?.ln();
    let most = values.reduce(f64::max)?.ln();
    let span = (most - least).max(f64::EPSILON);
    Some(move |value: f64| (value.ln() - least) / span)
}

/// Records and milliseconds, out of figures called `read all of 5000 records, plain`.
fn points(figures: &[Figure], what: &str, how: &str) -> Points {
    let point = |figure: &Figure| {
        let rest = figure.name.strip_prefix(what)?;
        let rest = rest.strip_prefix(" with ").or(rest.strip_prefix(" of "))?;
        let records = rest.strip_suffix(&format!(" records, {how}"))?;
        Some((records.parse().ok()?, figure.value))
    };
    figures.iter().filter_map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::figure;
    use super::*;

    #[test]
    fn each_kind_of_store_is_a_curve_of_its_own() {
        let figures = [
            figure("a usable Now with 5000 records, plain", 10.0),
            figure("a usable Now with 50000 records, plain", 80.0),
            figure("read all of 5000 records, sealed", 20.0),
            figure("a usable Now with 50000 beside 5000, sealed", 2.0),
            figure("merge", 1.0),
        ];
        let now = points(&figures, "a usable Now", "plain");
        assert_eq!(now, [(5000.0, 10.0), (50000.0, 80.0)]);
        let picture = svg(&figures).unwrap();
        assert_eq!(picture.matches("<circle").count(), 3);
        assert!(!picture.contains("NaN"), "{picture}");
    }

    #[test]
    fn without_figures_of_opening_there_is_no_picture() {
        assert_eq!(svg(&[figure("merge", 1.0)]), None);
    }

    #[test]
    fn the_figures_are_called_as_the_measurement_calls_them() {
        let spec = include_str!("../../../tests/e2e/bench/open.spec.ts");
        assert!(spec.contains("`a usable Now with ${what}`"));
        assert!(spec.contains("`read all of ${what}`"));
        assert!(spec.contains("`${records} records, ${sealed ? \"sealed\" : \"plain\"}`"));
    }
}
