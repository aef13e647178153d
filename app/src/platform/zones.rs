//! What the browser knows of time zones.

use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// A clock of a zone.
pub struct ZoneClock(DateTimeFormat);

/// Makes a `DateTimeFormat`; by name, since the bindings cannot catch what it throws at a zone it
/// does not know.
fn format(options: &Object) -> Option<DateTimeFormat> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let made_by: Function = Reflect::get(&intl, &"DateTimeFormat".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let arguments = Array::of2(&"en-US".into(), options);
    let made = Reflect::construct(&made_by, &arguments).ok()?;
    Some(made.unchecked_into())
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &name.into()).ok()?.as_string()
}

/// The name of the zone the device is in.
pub fn here() -> Option<String> {
    text(&format(&Object::new())?.resolved_options(), "timeZone")
}

impl ZoneClock {
    /// The clock of a zone; `None` for one that the browser does not know.
    pub fn of(zone: &str) -> Option<Self> {
        let options = Object::new();
        let parts = [
            ("timeZone", zone),
            ("hourCycle", "h23"),
            ("year", "numeric"),
            ("month", "numeric"),
            ("day", "numeric"),
            ("hour", "numeric"),
            ("minute", "numeric"),
        ];
        for (name, value) in parts {
            Reflect::set(&options, &name.into(), &value.into()).ok()?;
        }
        format(&options).map(Self)
    }

    /// Its offset in minutes east of UTC at an instant, in ms since 1970 UTC.
    pub fn offset_at(&self, utc_ms: i64) -> Option<i16> {
        let mut numbers = [0_i32; 5];
        let names = ["year", "month", "day", "hour", "minute"];
        #[expect(
            clippy::cast_precision_loss,
            reason = "the years 1970 to 9999 fit into 2^53 ms"
        )]
        let date = Date::new(&JsValue::from_f64(utc_ms as f64));
        for part in self.0.format_to_parts(&date).iter() {
            let kind = text(&part, "type")?;
            let place = names.iter().position(|name| *name == kind);
            if let Some(number) = place.and_then(|place| numbers.get_mut(place)) {
                *number = text(&part, "value")?.parse().ok()?;
            }
        }
        let [year, month, day, hour, minute] = numbers;
        let date =
            chrono::NaiveDate::from_ymd_opt(year, month.try_into().ok()?, day.try_into().ok()?)?;
        let local = date.and_hms_opt(hour.try_into().ok()?, minute.try_into().ok()?, 0)?;
        let local_minutes = local.and_utc().timestamp() / 60;
        (local_minutes - utc_ms.div_euclid(60_000)).try_into().ok()
    }
}
