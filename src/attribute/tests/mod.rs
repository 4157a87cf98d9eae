//! What the reasoning must do, by question: [`attribution`], [`dating`], [`neutrality`], [`opportunity`], [`calibration`], [`scale`], [`slices`].

mod attribution;
mod calibration;
mod dating;
mod neutrality;
mod opportunity;
mod scale;
mod slices;
