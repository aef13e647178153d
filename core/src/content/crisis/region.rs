//! Where a person is, as far as help lines go.

use serde::{Deserialize, Serialize};

/// Where a person is, as far as help lines go. The names are those of ISO 3166, but for the United
/// Kingdom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Region {
    /// United States and their territories.
    Us,
    /// Canada.
    Ca,
    /// United Kingdom.
    Uk,
    /// Ireland.
    Ie,
    /// Australia.
    Au,
    /// New Zealand.
    Nz,
    /// Mexico.
    Mx,
    /// Spain.
    Es,
    /// Colombia.
    Co,
    /// Argentina.
    Ar,
    /// Chile.
    Cl,
    /// Peru.
    Pe,
    /// Ecuador.
    Ec,
    /// Anywhere else.
    Elsewhere,
}

/// What can be told of a person's region without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guess {
    /// The likeliest.
    pub region: Region,
    /// The other one it may be. As long as there is one, the person is asked, and both are shown.
    pub other: Option<Region>,
}

impl Guess {
    /// Of one region only.
    #[must_use]
    pub const fn sure(region: Region) -> Self {
        Self {
            region,
            other: None,
        }
    }

    fn between(region: Region, other: Region) -> Self {
        Self {
            region,
            other: (other != region).then_some(other),
        }
    }

    /// Whether nothing speaks against it, so that the person need not be asked.
    #[must_use]
    pub const fn is_sure(self) -> bool {
        self.other.is_none()
    }

    /// The region, and the other one.
    pub fn regions(self) -> impl Iterator<Item = Region> {
        std::iter::once(self.region).chain(self.other)
    }
}

/// Zones of the United States: IANA time zone database 2025b, `zone1970.tab` and `backward`.
const US: &str = "America/New_York America/Detroit America/Chicago America/Menominee \
    America/Denver America/Boise America/Phoenix America/Los_Angeles America/Anchorage \
    America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome America/Adak \
    America/Atka America/Louisville America/Indianapolis America/Fort_Wayne America/Knox_IN \
    America/Shiprock America/Puerto_Rico America/St_Thomas America/Virgin Pacific/Honolulu \
    Pacific/Guam Pacific/Saipan Pacific/Pago_Pago Pacific/Samoa Pacific/Johnston \
    Pacific/Midway Navajo";
/// Those of Canada.
const CA: &str = "America/Toronto America/Montreal America/Vancouver America/Edmonton \
    America/Calgary America/Winnipeg America/Halifax America/St_Johns America/Regina \
    America/Moncton America/Glace_Bay America/Goose_Bay America/Whitehorse America/Dawson \
    America/Dawson_Creek America/Fort_Nelson America/Creston America/Iqaluit \
    America/Rankin_Inlet America/Resolute America/Cambridge_Bay America/Yellowknife \
    America/Inuvik America/Swift_Current America/Thunder_Bay America/Nipigon \
    America/Rainy_River America/Pangnirtung America/Blanc-Sablon America/Atikokan \
    America/Coral_Harbour";
/// Those of Mexico.
const MX: &str = "America/Mexico_City America/Cancun America/Merida America/Monterrey \
    America/Matamoros America/Chihuahua America/Ciudad_Juarez America/Ojinaga \
    America/Mazatlan America/Bahia_Banderas America/Hermosillo America/Tijuana \
    America/Ensenada America/Santa_Isabel";
/// Those of Argentina that are not below `America/Argentina/`.
const AR: &str = "America/Buenos_Aires America/Catamarca America/Cordoba America/Jujuy \
    America/Mendoza America/Rosario";

impl Region {
    /// Every region, in the order they are offered.
    pub const ALL: [Self; 14] = [
        Self::Us,
        Self::Ca,
        Self::Uk,
        Self::Ie,
        Self::Au,
        Self::Nz,
        Self::Mx,
        Self::Es,
        Self::Co,
        Self::Ar,
        Self::Cl,
        Self::Pe,
        Self::Ec,
        Self::Elsewhere,
    ];

    /// Its name in the data files and wherever it is kept.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Ca => "ca",
            Self::Uk => "uk",
            Self::Ie => "ie",
            Self::Au => "au",
            Self::Nz => "nz",
            Self::Mx => "mx",
            Self::Es => "es",
            Self::Co => "co",
            Self::Ar => "ar",
            Self::Cl => "cl",
            Self::Pe => "pe",
            Self::Ec => "ec",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// The region of that name.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.code() == code)
    }

    /// What the device's time zone (an IANA name) and the browser's language tags (BCP 47, best
    /// first) say.
    ///
    /// The zone says where somebody is; a language says where it was learned. A zone that one of
    /// the languages agrees with, or none speaks against, is sure. Where they disagree, the zone
    /// comes first and the language's country is the other. Without a known zone nothing is sure:
    /// then it is the language's country, or the United States, whose programs Ebb is made for, or
    /// anywhere else.
    #[must_use]
    pub fn guess<T: AsRef<str>>(zone: Option<&str>, languages: &[T]) -> Guess {
        let mut named = languages
            .iter()
            .filter_map(|tag| Self::of_tag(tag.as_ref()))
            .peekable();
        let first = named.peek().copied();
        match (zone.and_then(Self::of_zone), first) {
            (Some(zone), None) => Guess::sure(zone),
            (Some(zone), Some(_)) if named.any(|region| region == zone) => Guess::sure(zone),
            (Some(zone), Some(language)) => Guess::between(zone, language),
            (None, Some(Self::Elsewhere)) => Guess::between(Self::Elsewhere, Self::Us),
            (None, language) => Guess::between(language.unwrap_or(Self::Us), Self::Elsewhere),
        }
    }

    /// The region of an IANA time zone. `None` for one that names no place, such as `UTC`, or that
    /// is not known.
    #[must_use]
    pub fn of_zone(zone: &str) -> Option<Self> {
        let is_in = |list: &str| list.split_ascii_whitespace().any(|name| name == zone);
        let (area, place) = zone.split_once('/').unwrap_or((zone, ""));
        Some(match (area, place) {
            ("US", _) => Self::Us,
            ("Canada", _) => Self::Ca,
            ("Mexico", _) => Self::Mx,
            ("Chile", _) => Self::Cl,
            ("Australia", _) | ("Antarctica", "Macquarie") => Self::Au,
            ("NZ" | "NZ-CHAT", "") | ("Pacific", "Auckland" | "Chatham") => Self::Nz,
            ("Europe", "London" | "Belfast" | "Jersey" | "Guernsey" | "Isle_of_Man")
            | ("GB" | "GB-Eire", "") => Self::Uk,
            ("Europe", "Dublin") | ("Eire", "") => Self::Ie,
            ("Europe", "Madrid") | ("Africa", "Ceuta") | ("Atlantic", "Canary") => Self::Es,
            ("America", "Bogota") => Self::Co,
            ("America", "Lima") => Self::Pe,
            ("America", "Guayaquil") | ("Pacific", "Galapagos") => Self::Ec,
            ("America", "Santiago" | "Punta_Arenas" | "Coyhaique") | ("Pacific", "Easter") => {
                Self::Cl
            }
            ("America", place)
                if place.starts_with("Indiana/")
                    || place.starts_with("Kentucky/")
                    || place.starts_with("North_Dakota/") =>
            {
                Self::Us
            }
            ("America", place) if place.starts_with("Argentina/") => Self::Ar,
            _ if is_in(US) => Self::Us,
            _ if is_in(CA) => Self::Ca,
            _ if is_in(MX) => Self::Mx,
            _ if is_in(AR) => Self::Ar,
            (
                "Africa" | "America" | "Antarctica" | "Arctic" | "Asia" | "Atlantic" | "Europe"
                | "Indian" | "Pacific",
                place,
            ) if !place.is_empty() => Self::Elsewhere,
            _ => return None,
        })
    }

    /// The region of the country in a language tag. `None` for a tag without a country, such as
    /// `en`, `es` or `es-419`.
    fn of_tag(tag: &str) -> Option<Self> {
        let place = tag.split('-').skip(1).find(|part| part.len() == 2)?;
        let place = place.to_ascii_lowercase();
        Some(match place.as_str() {
            // What belongs to the United States has their lines.
            "pr" | "vi" | "gu" | "mp" | "as" => Self::Us,
            "gb" => Self::Uk,
            // The names of Ebb's own that are no country's.
            "uk" => Self::Elsewhere,
            place => Self::of_code(place).unwrap_or(Self::Elsewhere),
        })
    }
}
