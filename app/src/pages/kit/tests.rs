use js_sys::Function;
use leptos::prelude::*;
use leptos_router::components::Router;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

use super::tokens::{COLOURS, CORNERS, MOTION, SPACE, TYPE};
use super::*;
use crate::components::{Icon, Sample, sprite};
use crate::platform::page::app_root;

wasm_bindgen_test_configure!(run_in_browser);

const TOKENS: &str = include_str!("../../../styles/tokens.css");
/// The sheets of what the kit shows, in their order in `index.html`.
const SHEETS: [&str; 9] = [
    include_str!("../../../styles/base.css"),
    include_str!("../../../styles/components.css"),
    include_str!("../../../styles/fields.css"),
    include_str!("../../../styles/frame.css"),
    include_str!("../../../styles/pages.css"),
    include_str!("../../../styles/rate.css"),
    include_str!("../../../styles/player.css"),
    include_str!("../../../styles/entries.css"),
    include_str!("../../../styles/charts.css"),
];

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).unwrap();
    (0..found.length())
        .map(|at| found.item(at).unwrap().unchecked_into())
        .collect()
}

fn one(root: &Element, selector: &str) -> Element {
    let found = root.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("{selector} is not there"))
}

/// What the sheets make of a property; with `part`, of a pseudo-element.
fn computed(of: &Element, part: &str, property: &str) -> String {
    let ask = Function::new_with_args(
        "of, part, property",
        "return getComputedStyle(of, part || null).getPropertyValue(property)",
    );
    let arguments = (of, &JsValue::from(part), &JsValue::from(property));
    let answer = ask.call3(&JsValue::NULL, arguments.0, arguments.1, arguments.2);
    answer.unwrap().as_string().unwrap()
}

/// A length or a time in its unit.
fn number(text: &str) -> f64 {
    let end = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    text[..end]
        .parse()
        .unwrap_or_else(|_| panic!("{text} is no number"))
}

/// The value of a token as the sheet has it, where it is looked up first.
fn token(name: &str) -> &'static str {
    let start = format!("    --{name}: ");
    let at = TOKENS
        .find(&start)
        .unwrap_or_else(|| panic!("--{name} is no token"));
    let (value, _) = TOKENS[at + start.len()..].split_once(';').unwrap();
    value
}

/// The tokens that the first block defines with such a value.
fn tokens_where(is: impl Fn(&str, &str) -> bool) -> Vec<&'static str> {
    let (block, _) = TOKENS.split_once("\n  }").unwrap();
    let lines = block.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
        is(name, value.trim_end_matches(';')).then_some(name)
    });
    lines.collect()
}

fn specimen(root: &Element, name: &str) -> Element {
    one(root, &format!("[data-token='{name}']"))
}

/// The kit as the app shows it, with its sheets.
fn shown() -> (Element, Element) {
    let document = web_sys::window().unwrap().document().unwrap();
    let html = document.document_element().unwrap();
    html.set_attribute("data-theme", "light").unwrap();
    let sheets = document.create_element("style").unwrap();
    sheets.set_text_content(Some(&format!("{TOKENS}{}", SHEETS.concat())));
    document.head().unwrap().append_child(&sheets).unwrap();
    let root = document.create_element("div").unwrap();
    root.set_id("app");
    document.body().unwrap().append_child(&root).unwrap();
    leptos::mount::mount_to(app_root().unwrap(), || {
        crate::sections::start();
        view! {
            {sprite()}
            <Router>{kit()}</Router>
        }
    })
    .forget();
    (root, sheets)
}

/// One test, since the app is shown once in a page.
#[wasm_bindgen_test]
fn every_part_is_there_in_its_states() {
    let (root, sheets) = shown();
    for part in [
        "button.main:disabled",
        "button.grave",
        "dialog",
        "[name=scale-rated]:checked",
        "[name=feelings][type=checkbox]",
        "[name=place][type=radio], [name=place][type=checkbox]",
        "#word[aria-invalid=false], #word:not([aria-invalid])",
        "#word-wrong[aria-invalid=true]",
        "#lines-wrong[aria-invalid=true]",
        "#secret[type=password]",
        "progress",
        ".problem",
        "[name=span]",
        "table",
        ".chart-week svg",
        "input[type=range]",
    ] {
        assert!(root.query_selector(part).unwrap().is_some(), "{part}");
    }
    type_has_its_sizes(&root);
    figures_are_tabular(&root);
    colours_space_and_corners_are_there(&root);
    icons_have_one_stroke(&root);
    what_leads_on_has_a_chevron(&root);
    disclosures_and_dialogs_are_of_one_kind(&root);
    what_is_felt_is_water_and_what_is_written_paper(&root);
    nothing_yet_has_a_greyed_sample(&root);
    // Last: it changes the sheets.
    nothing_moves_where_no_motion_is_wanted(&root, &sheets);
}

fn type_has_its_sizes(root: &Element) {
    let rem = number(&computed(root, "", "font-size")) / number(token("size"));
    assert!((rem - 16.0).abs() < 0.01, "{rem}");
    let mut last = 0.0;
    for name in TYPE {
        let size = number(&computed(&specimen(root, name), "", "font-size"));
        if name != "prompt" {
            assert!(
                (size - number(token(name)) * rem).abs() < 0.01,
                "{name}: {size}"
            );
        }
        assert!(size >= last, "{name} is smaller than the step before");
        last = size;
    }
    assert!(
        last > 4.0 * number(&computed(root, "", "font-size")),
        "{last}"
    );
    // The table of sizes and the kit do not part.
    let sizes = tokens_where(|name, _| {
        ["tiny", "small", "size", "prompt", "display"].contains(&name)
            || name.starts_with("figure-")
            || name
                .strip_prefix('h')
                .is_some_and(|n| n.parse::<u8>().is_ok())
    });
    assert_eq!(sizes, TYPE);
}

fn figures_are_tabular(root: &Element) {
    for place in [
        ".card",
        "button",
        "input",
        "textarea",
        "td",
        ".rate-number",
        ".chart",
        "label",
    ] {
        let figures = computed(&one(root, place), "", "font-variant-numeric");
        assert_eq!(figures, "tabular-nums", "{place}");
    }
    let digits = all(root, ".digits")
        .iter()
        .map(|one| one.get_bounding_client_rect().width())
        .collect::<Vec<_>>();
    assert_eq!(digits.len(), 2);
    assert!((digits[0] - digits[1]).abs() < 0.01, "{digits:?}");
}

fn colours_space_and_corners_are_there(root: &Element) {
    for name in COLOURS {
        let colour = computed(&specimen(root, name), "", "background-color");
        assert!(colour.starts_with("oklch("), "{name}: {colour}");
    }
    // `-hue` is what a colour is made of, and `focus` is shown by what has the focus.
    let hues = tokens_where(|name, value| {
        value.starts_with("oklch(") && name != "focus-hue" || ["tide", "help"].contains(&name)
    });
    let mut hues: Vec<_> = hues
        .iter()
        .filter_map(|name| (!name.ends_with("-hue")).then_some(*name))
        .collect();
    let mut listed = COLOURS.to_vec();
    hues.sort_unstable();
    listed.sort_unstable();
    assert_eq!(hues, listed);
    for name in SPACE {
        let width = specimen(root, name).get_bounding_client_rect().width();
        assert!(
            (width - number(token(name)) * 16.0).abs() < 0.01,
            "{name}: {width}"
        );
    }
    let is_space = |name: &str| {
        name == "space"
            || name
                .strip_prefix('s')
                .is_some_and(|n| n.parse::<u8>().is_ok())
    };
    assert_eq!(tokens_where(|name, _| is_space(name)), SPACE);
    for name in CORNERS {
        let corner = number(&computed(
            &specimen(root, name),
            "",
            "border-top-left-radius",
        ));
        let per = if token(name).ends_with("px") {
            1.0
        } else {
            16.0
        };
        assert!(
            (corner - number(token(name)) * per).abs() < 0.01,
            "{name}: {corner}"
        );
    }
    assert_eq!(
        tokens_where(|name, _| name.starts_with("round") || name == "pill"),
        CORNERS
    );
}

fn icons_have_one_stroke(root: &Element) {
    assert_eq!(all(root, "[data-icon]").len(), Icon::ALL.len());
    for (_, name) in Icon::ALL {
        let place = one(root, &format!("[data-icon={name}]"));
        let used = one(&place, ".icon svg[viewBox='0 0 24 24'] > use");
        // What is not in the sprite is drawn as nothing.
        let drawn = used.get_bounding_client_rect();
        assert!(drawn.width() + drawn.height() > 0.0, "{name} is not drawn");
        for (property, value) in [
            ("stroke-width", token("stroke")),
            ("fill", "none"),
            ("stroke-linecap", "round"),
        ] {
            assert_eq!(computed(&used, "", property), value, "{name}");
        }
    }
    // None has a width of its own.
    for own in ["stroke-width", "style", "class"] {
        assert!(
            all(root, &format!("[id^=icon-]>[{own}]")).is_empty(),
            "{own}"
        );
    }
}

fn what_leads_on_has_a_chevron(root: &Element) {
    let links = all(root, "a.leads-on, .aside a");
    assert_eq!(links.len(), 4);
    for link in links.iter().chain(&all(root, "summary")) {
        for (property, value) in [
            ("border-top-width", token("stroke")),
            ("border-right-width", token("stroke")),
            ("border-bottom-width", "0px"),
        ] {
            assert_eq!(
                computed(link, "::after", property),
                value,
                "{}",
                link.outer_html()
            );
        }
        assert_ne!(computed(link, "::after", "rotate"), "none");
        assert_eq!(computed(link, "", "text-decoration-line"), "none");
    }
}

fn disclosures_and_dialogs_are_of_one_kind(root: &Element) {
    let disclosures = all(root, "details");
    assert!(disclosures.len() >= 3);
    for one in &disclosures {
        assert!(one.class_list().contains("more"), "{}", one.outer_html());
    }
    let dialog = one(root, "dialog");
    for names in ["aria-labelledby", "aria-describedby"] {
        let id = dialog.get_attribute(names).unwrap();
        assert!(
            one(root, &format!("#{id}"))
                .text_content()
                .is_some_and(|words| !words.is_empty())
        );
    }
    let press = |selector: &str| one(root, selector).unchecked_into::<HtmlElement>().click();
    press("section:has(dialog) > button.grave");
    assert!(dialog.has_attribute("open"));
    press("dialog button[autofocus]");
    assert!(!dialog.has_attribute("open"));
}

fn what_is_felt_is_water_and_what_is_written_paper(root: &Element) {
    let image = |selector: &str| computed(&one(root, selector), "", "background-image");
    assert!(image(".rate").starts_with("linear-gradient("));
    assert!(
        root.query_selector(".craving-button .wave path")
            .unwrap()
            .is_some()
    );
    assert!(root.query_selector(".rate .wave path").unwrap().is_some());
    assert_eq!(image(".paper"), "none");
    let colour = |of: &Element| computed(of, "", "background-color");
    assert_eq!(
        colour(&one(root, ".paper")),
        colour(&specimen(root, "surface"))
    );
    assert!(root.query_selector(".paper .reading dd").unwrap().is_some());
}

fn nothing_yet_has_a_greyed_sample(root: &Element) {
    for (_, name) in Sample::ALL {
        let empty = one(root, &format!("[data-sample={name}]>.empty"));
        let sample = one(&empty, ".sample[aria-hidden=true]");
        assert!(number(&computed(&sample, "", "opacity")) < 0.5, "{name}");
        assert!(sample.get_bounding_client_rect().height() > 20.0, "{name}");
        // Nothing in it can be read, or reached.
        assert_eq!(sample.text_content().unwrap(), "");
        assert!(
            sample
                .query_selector("a, button, input, [tabindex]")
                .unwrap()
                .is_none()
        );
    }
}

fn nothing_moves_where_no_motion_is_wanted(root: &Element, sheets: &Element) {
    let lasts = |name| computed(&specimen(root, name), "", "transition-duration");
    for name in MOTION {
        let value = token(name);
        let seconds = if value.ends_with("ms") {
            number(value) / 1000.0
        } else {
            number(value)
        };
        assert!(
            (number(&lasts(name)) - seconds).abs() < 0.001,
            "{name}: {}",
            lasts(name)
        );
    }
    let is_time =
        |value: &str| value.ends_with('s') && value.starts_with(|c: char| c.is_ascii_digit());
    // How long something waits is no motion.
    assert_eq!(
        tokens_where(|name, value| is_time(value) && name != "wait"),
        MOTION
    );
    let wanted = "@media (prefers-reduced-motion: reduce)";
    let text = sheets.text_content().unwrap();
    assert!(text.contains(wanted));
    sheets.set_text_content(Some(&text.replace(wanted, "@media all")));
    for name in MOTION {
        assert_eq!(lasts(name), "0s", "{name}");
    }
    for part in ["button", ".chip span", ".rate-water"] {
        let lasts = computed(&one(root, part), "", "transition-duration");
        assert!(lasts.split(", ").all(|one| one == "0s"), "{part}: {lasts}");
    }
}
