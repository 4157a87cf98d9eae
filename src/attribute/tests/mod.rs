//! What the reasoning must do, by question: [`attribution`], [`dating`], [`neutrality`], [`calibration`], [`scale`].

mod attribution;
mod calibration;
mod scale;
