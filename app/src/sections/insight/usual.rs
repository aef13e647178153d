//! How cravings of these days usually went, minute by minute: the first picture.

use ebb_core::chart::{Course, Frame, Margins, tenths};
use ebb_core::insight::{Easing, Finding, Span, easing, usual_wave};
use leptos::prelude::*;

use super::{Sight, section};
use crate::components::chart::{self, Labels};

/// What the picture looks like, before there is enough for one's own.
const SAMPLE: [(u32, f64); 4] = [(0, 6.0), (3, 7.5), (10, 5.0), (20, 2.5)];

impl Sight {
    pub(super) fn usual(&self) -> AnyView {
        let words = &self.texts.insight;
        let first = self.back.days.first().map(|(day, _)| *day);
        let days = u16::try_from(self.back.days.len()).unwrap_or(Span::LONGEST);
        let Some(span) = first.and_then(|first| Span::new(first, days).ok()) else {
            return ().into_any();
        };
        let (usual, eased) = self
            .of
            .with(|journal| (usual_wave(journal, span), easing(journal, span)));
        let most: Option<&Easing> = eased.iter().max_by_key(|eased| eased.n);
        let n = most.map_or(0, |eased| eased.n);
        let needed = most.map_or(0, |eased| match eased.change {
            Finding::NotEnoughYet { needed, .. } => needed,
            Finding::Found(_) => 0,
        });
        let Ok(frame) = Frame::new(320.0, 96.0, Margins::default()) else {
            return ().into_any();
        };
        let (points, says, class) = match &usual {
            Some(points) => {
                let course = Course::of(points, frame).describe();
                let says = (words.usual_says)(
                    &tenths(course.start),
                    &tenths(course.end),
                    course.minutes,
                    n,
                );
                (points.as_slice(), says, "chart-ends chart-wave")
            }
            None => (
                SAMPLE.as_slice(),
                (words.usual_not_yet)(n, needed),
                "chart-ends chart-wave chart-sample",
            ),
        };
        let course = Course::of(points, frame);
        let across = course.x_ticks.iter();
        let labels = Labels {
            ids: "see-usual see-usual-says".to_owned(),
            across: across
                .map(|tick| (self.texts.followup.after)(tick.label))
                .collect(),
            class,
            picked: None,
        };
        let inside = vec![
            chart::course(&course, String::new(), labels),
            view! { <p id="see-usual-says">{says}</p> }.into_any(),
        ];
        section("see-usual", words.usual, inside)
    }
}
