//! All integration tests, as one program: most of the time went into linking one for each file.

mod assessment;
mod backup;
mod backup_properties;
mod calendar;
mod caseload;
mod claims;
mod course;
mod day_and_reduction;
mod days;
mod design;
mod desk;
mod first_screen;
mod fixtures;
mod fixtures_instruments;
mod fixtures_programme;
mod fixtures_sealed;
mod fixtures_share;
mod fixtures_store;
mod fuzz_corpus;
mod harder;
mod import;
mod insight;
mod journal;
mod journal_properties;
mod keepsakes;
mod moments;
mod names;
mod plans;
mod plans_and_finding;
mod programme;
mod read_backup;
mod real_age;
mod reminders;
mod share;
mod share_properties;
mod store_faults;
mod store_protocol;
mod store_sealing;
mod threads;
mod trial;
mod vault;
mod vault_keyslots;
mod weeks;
mod words_in_code;

/// Without its line above, a file here would be no test at all, and nobody would be told.
#[test]
#[allow(clippy::unwrap_used, reason = "a panic is a failed test")]
fn every_file_of_this_folder_is_part_of_this_program() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    for file in std::fs::read_dir(here).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let listed = format!("\nmod {name};\n");
        assert!(
            name == "main" || include_str!("main.rs").contains(&listed),
            "{name} is not listed in main.rs"
        );
    }
}
