//! Snapshots taken apart and put together again, honestly or not.

use std::io::{Cursor, Read, Write};

use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// The entries of a zip, in order, decompressed.
///
/// # Panics
/// Where the bytes are no zip: a test gave them.
pub fn entries(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..zip.len())
        .map(|i| {
            let mut entry = zip.by_index(i).expect("an entry");
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("an entry that can be read");
            (entry.name().expect("a name").into_owned(), content)
        })
        .collect()
}

/// A zip of entries, in order.
///
/// # Panics
/// Where an entry cannot be written.
pub fn zipped(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in entries {
        zip.start_file(name.as_str(), options).expect("an entry");
        zip.write_all(content).expect("an entry");
    }
    zip.finish().expect("a zip").into_inner()
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A snapshot that somebody else changed and sealed again: sums, counts and id fit what it holds.
///
/// # Panics
/// Where the bytes are no snapshot: a test gave them.
pub fn resealed(bytes: &[u8], change: impl FnOnce(&mut Json, &mut Vec<(String, Json)>)) -> Vec<u8> {
    let mut all = entries(bytes);
    let (_, manifest) = all.remove(0);
    let mut manifest: Json = serde_json::from_slice(&manifest).expect("a manifest");
    let mut parts: Vec<(String, Json)> =
        all.into_iter().map(|(name, text)| (name, serde_json::from_slice(&text).expect("JSON"))).collect();
    change(&mut manifest, &mut parts);
    let parts = parts.into_iter().map(|(name, json)| (name, json.to_string().into_bytes())).collect();
    sealed(manifest, parts)
}

/// A snapshot of a manifest and parts, with the sums, counts and id that fit.
///
/// # Panics
/// Where the manifest is not an object.
pub fn sealed(mut manifest: Json, mut parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    parts.sort();
    let mut id = String::from("gdcsnap 1\n");
    let mut described = Vec::new();
    for (name, text) in &parts {
        let sum = sha256(text);
        let count = serde_json::from_slice::<Vec<Json>>(text).map_or(0, |rows| rows.len());
        id.push_str(&format!("part {name} {sum}\n"));
        described.push(json!({ "name": name, "count": count, "bytes": text.len(), "sha256": sum }));
    }
    let mut parents: Vec<String> =
        manifest["parents"].as_array().into_iter().flatten().filter_map(|p| p.as_str().map(str::to_owned)).collect();
    parents.sort();
    parents.iter().for_each(|parent| id.push_str(&format!("parent {parent}\n")));
    manifest["parts"] = Json::Array(described);
    manifest["id"] = Json::from(sha256(id.as_bytes()));
    let mut all = vec![("manifest.json".to_owned(), manifest.to_string().into_bytes())];
    all.extend(parts);
    zipped(&all)
}
