//! Prepares a release for being split into parts: the functions marked as split points are compiled
//! as such, and the linker leaves in the module what the splitter needs to take it apart.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(split)");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|it| it == value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bin=ebb-app=--emit-relocs");
    }
}
