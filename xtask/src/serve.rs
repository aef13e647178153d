//! A local server that answers as a real host must.

use crate::files;
use crate::headers;
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, IF_MODIFIED_SINCE, LAST_MODIFIED};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tower::ServiceExt as _;
use tower_http::services::{ServeDir, ServeFile};

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Serves a finished build at 127.0.0.1 until stopped; port 0 takes any free port.
pub fn serve(dir: &Path, port: u16) -> Result<()> {
    if !dir.join("index.html").exists() {
        bail!("{} holds no build; leave out --no-build", dir.display());
    }
    let headers = response_headers(&files::read(&dir.join(headers::FILE))?)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = listen(port).await?;
        println!("Ebb is at http://{}/", listener.local_addr()?);
        axum::serve(listener, router(dir, headers)).await?;
        Ok(())
    })
}

async fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is in use. Stop the program that uses it, or choose another: --port 8081"
        ),
        Err(error) => Err(error).with_context(|| format!("cannot listen at port {port}")),
    }
}

fn response_headers(text: &str) -> Result<HeaderMap> {
    headers::parse(text)?
        .into_iter()
        .map(|(name, value)| {
            let parsed = (name.parse::<HeaderName>(), value.parse::<HeaderValue>());
            let (Ok(header), Ok(value)) = parsed else {
                bail!("{name} in {} is not a valid header", headers::FILE);
            };
            Ok((header, value))
        })
        .collect()
}

/// Serves `dir`. A file that has a packed one beside it (`.br`) is sent as that. Nothing is packed
/// while it is sent: on this machine that takes longer than it saves.
fn router(dir: &Path, headers: HeaderMap) -> Router {
    let page = dir.join("index.html");
    let fallback = tower::service_fn(move |request: Request| missing(page.clone(), request));
    Router::new()
        .fallback_service(ServeDir::new(dir).precompressed_br().fallback(fallback))
        .layer(from_fn(move |request: Request, next: Next| {
            answer(request, next, headers.clone())
        }))
}

/// A path without an extension is a screen of the app; anything else is really missing.
async fn missing(page: PathBuf, request: Request) -> Result<Response, Infallible> {
    if is_screen(request.uri()) {
        let response = ServeFile::new(page).oneshot(request).await?;
        return Ok(response.into_response());
    }
    Ok((StatusCode::NOT_FOUND, "Not found").into_response())
}

async fn answer(mut request: Request, next: Next, headers: HeaderMap) -> Response {
    let hashed = files::has_hashed_name(request.uri().path());
    // Times have whole seconds, and tests put one build in the place of another within one.
    request.headers_mut().remove(IF_MODIFIED_SINCE);
    let mut response = next.run(request).await;
    let found = response.status().is_success();
    response.headers_mut().remove(LAST_MODIFIED);
    for (name, value) in &headers {
        response.headers_mut().insert(name, value.clone());
    }
    if hashed && found {
        response.headers_mut().insert(CACHE_CONTROL, FOREVER);
    }
    response
}

fn is_screen(address: &Uri) -> bool {
    let last = address.path().rsplit('/').next().unwrap_or_default();
    !last.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING};

    async fn ask(path: &str, encoding: &str) -> Response {
        let dir = tempfile::tempdir().unwrap();
        for name in [
            "index.html",
            "sw.js",
            "manifest.webmanifest",
            "app-0123456789abcdef_bg.wasm",
            "content/en/exercises.json",
            "content/en/exercises.json.br",
        ] {
            files::write(&dir.path().join(name), name).unwrap();
        }
        let headers = response_headers("/*\n  X-Test: yes\n  Cache-Control: no-cache\n").unwrap();
        let request = Request::get(path).header(ACCEPT_ENCODING, encoding);
        let request = request.body(Body::empty()).unwrap();
        router(dir.path(), headers).oneshot(request).await.unwrap()
    }

    fn ask_now(path: &str) -> (StatusCode, HeaderMap) {
        ask_for(path, "identity")
    }

    fn ask_for(path: &str, encoding: &str) -> (StatusCode, HeaderMap) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let response = runtime.block_on(ask(path, encoding));
        (response.status(), response.headers().clone())
    }

    #[test]
    fn every_answer_carries_the_headers_even_a_missing_file() {
        for path in ["/", "/craving", "/gone.js"] {
            assert_eq!(ask_now(path).1["x-test"], "yes", "{path}");
        }
    }

    #[test]
    fn screens_answer_with_the_page_and_missing_files_with_404() {
        for path in ["/", "/craving", "/exercises/urge-surfing", "/a.b/c"] {
            let (status, headers) = ask_now(path);
            assert_eq!(status, StatusCode::OK, "{path}");
            assert_eq!(headers["content-type"], "text/html", "{path}");
        }
        for path in ["/gone.js", "/content/en/gone.json", "/../Cargo.toml"] {
            assert_eq!(ask_now(path).0, StatusCode::NOT_FOUND, "{path}");
        }
    }

    #[test]
    fn only_hashed_files_may_be_kept_without_asking() {
        let cache = |path: &str| ask_now(path).1[CACHE_CONTROL].clone();
        assert_eq!(cache("/app-0123456789abcdef_bg.wasm"), FOREVER);
        assert_eq!(cache("/gone-0123456789abcdef.js"), "no-cache");
        for path in ["/", "/craving", "/sw.js", "/content/en/exercises.json"] {
            assert_eq!(cache(path), "no-cache", "{path}");
        }
    }

    #[test]
    fn wasm_and_the_manifest_have_the_types_that_browsers_insist_on() {
        let kind = |path: &str| ask_now(path).1["content-type"].clone();
        assert_eq!(kind("/app-0123456789abcdef_bg.wasm"), "application/wasm");
        assert_eq!(kind("/manifest.webmanifest"), "application/manifest+json");
        assert_eq!(kind("/sw.js"), "text/javascript");
    }

    #[test]
    fn what_lies_packed_beside_a_file_is_sent_to_whoever_takes_it() {
        let (_, packed) = ask_for("/content/en/exercises.json", "gzip, br");
        assert_eq!(packed[CONTENT_ENCODING], "br");
        assert_eq!(packed["content-type"], "application/json");
        for (path, encoding) in [("/content/en/exercises.json", "gzip"), ("/sw.js", "br")] {
            let (status, plain) = ask_for(path, encoding);
            assert_eq!(status, StatusCode::OK, "{path}");
            assert!(!plain.contains_key(CONTENT_ENCODING), "{path}");
        }
    }

    #[test]
    fn a_header_file_with_a_broken_header_is_refused() {
        assert!(response_headers("/*\n  Bad Name: x\n").is_err());
    }
}
