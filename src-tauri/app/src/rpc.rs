//! The one command of the shell.
use serde_json::Value;
use tauri::AppHandle;

use crate::window;

/// Runs one command of the wire list and answers with its result.
#[tauri::command]
pub async fn rpc(app: AppHandle, command: String, arguments: Value) -> Result<Value, Value> {
    match command.as_str() {
        "window_ready" => window::raise_curtain(&app),
        "window_painted" => window::painted(),
        _ => return Err(serde_json::json!({ "kind": "refused", "command": command, "arguments": arguments })),
    }
    Ok(Value::Null)
}

/// A second launch hands its file over and leaves.
pub fn second_launch(app: &AppHandle, _arguments: Vec<String>, _folder: String) {
    window::bring_to_front(app);
}
