//! How the time of opening grows with the records, as a picture.

use super::Figure;
use std::fmt::Write as _;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 360.0;
const MARGIN: f64 = 60.0;

/// The curves of plain and sealed stores.
pub fn svg(figures: &[Figure]) -> String {
    let curves = ["plain", "sealed"].map(|how| (how, points(figures, how)));
    let all = || curves.iter().flat_map(|(_, points)| points);
    let most = |of: fn(&(f64, f64)) -> f64| all().map(of).fold(1.0, f64::max);
    let (records, time) = (most(|point| point.0), most(|point| point.1));
    let place = |(x, y): &(f64, f64)| {
        let x = MARGIN + x / records * (WIDTH - 2.0 * MARGIN);
        let y = HEIGHT - MARGIN - y / time * (HEIGHT - 2.0 * MARGIN);
        (x, y)
    };
    // Writing to a String cannot fail.
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"12\">\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\
         <text x=\"{MARGIN}\" y=\"24\">Milliseconds to open, over records</text>"
    );
    for ((how, points), colour) in curves.iter().zip(["#1b6b78", "#a4501a"]) {
        let line: Vec<_> = points
            .iter()
            .map(place)
            .map(|(x, y)| format!("{x:.0},{y:.0}"))
            .collect();
        let _ = write!(
            text,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            line.join(" ")
        );
        for point in points {
            let (x, y) = place(point);
            let _ = write!(
                text,
                "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"3\" fill=\"{colour}\"/>\
                 <text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\" fill=\"{colour}\">\
                 {how} {:.0}: {:.0} ms</text>",
                y - 8.0,
                point.0,
                point.1
            );
        }
    }
    text.push_str("</svg>\n");
    text
}

/// Records and milliseconds, out of figures called `open 5000 records, plain`.
fn points(figures: &[Figure], how: &str) -> Vec<(f64, f64)> {
    let point = |figure: &Figure| {
        let records = figure.name.strip_prefix("open ")?;
        let records = records.strip_suffix(&format!(" records, {how}"))?;
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
            figure("open 5000 records, plain", 10.0),
            figure("open 50000 records, plain", 80.0),
            figure("open 5000 records, sealed", 20.0),
            figure("merge", 1.0),
        ];
        assert_eq!(points(&figures, "plain"), [(5000.0, 10.0), (50000.0, 80.0)]);
        assert_eq!(svg(&figures).matches("<circle").count(), 3);
    }
}
