//! Background work: named threads, progress in atomics, one result over a bounded channel.
//!
//! A [`Job`] is the handle: dropping it asks the work to stop. The thread calls a wake-up function when there is something new to show; the app
//! passes egui's repaint. What a job works on is not known here; results that must not reach another case carry its id.

use crate::job::{Progress, Stage};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Told that something changed; called from any thread.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Time between two wake-ups for progress alone.
const WAKE_EVERY: Duration = Duration::from_millis(80);
const UNKNOWN: u64 = u64::MAX;

/// How far a job is, written by its thread and read by the strip.
pub struct JobProgress {
    item: Mutex<Option<(Stage, String)>>,
    done: AtomicU64,
    total: AtomicU64,
    is_cancelled: AtomicBool,
    begun: Instant,
    /// When the stage began, in milliseconds after `begun`.
    stage_ms: AtomicU64,
    woken_ms: AtomicU64,
    wake: Wake,
}

impl JobProgress {
    fn new(wake: Wake) -> Self {
        Self {
            item: Mutex::new(None),
            done: AtomicU64::new(0),
            total: AtomicU64::new(UNKNOWN),
            is_cancelled: AtomicBool::new(false),
            begun: Instant::now(),
            stage_ms: AtomicU64::new(0),
            woken_ms: AtomicU64::new(0),
            wake,
        }
    }

    /// What it is busy with: the stage and the current item.
    pub fn item(&self) -> Option<(Stage, String)> {
        self.item.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Items done in this stage, and of how many if that is known.
    pub fn done(&self) -> (u64, Option<u64>) {
        let total = self.total.load(Ordering::Relaxed);
        (self.done.load(Ordering::Relaxed), (total != UNKNOWN).then_some(total))
    }

    /// Since when it runs.
    pub fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Since when it is in this stage.
    pub fn stage_elapsed(&self) -> Duration {
        self.begun.elapsed().saturating_sub(Duration::from_millis(self.stage_ms.load(Ordering::Relaxed)))
    }

    /// Asks the work to stop at its next check.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }
}

impl Progress for JobProgress {
    fn stage(&self, stage: Stage, what: &str) {
        *self.item.lock().unwrap_or_else(PoisonError::into_inner) = Some((stage, what.to_owned()));
        self.done.store(0, Ordering::Relaxed);
        self.total.store(UNKNOWN, Ordering::Relaxed);
        self.stage_ms.store(self.begun.elapsed().as_millis() as u64, Ordering::Relaxed);
        (self.wake)();
    }

    fn advance(&self, done: u64, total: Option<u64>) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total.unwrap_or(UNKNOWN), Ordering::Relaxed);
        let now = self.begun.elapsed().as_millis() as u64;
        if now.saturating_sub(self.woken_ms.load(Ordering::Relaxed)) >= WAKE_EVERY.as_millis() as u64 {
            self.woken_ms.store(now, Ordering::Relaxed);
            (self.wake)();
        }
    }

    fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

/// What a job answers when asked.
#[derive(Debug, PartialEq, Eq)]
pub enum Poll<T> {
    /// Still at work.
    Running,
    /// Finished; told once.
    Done(T),
    /// It ended without a result: a defect in the work it did.
    Lost,
}

/// A running job.
pub struct Job<T> {
    progress: Arc<JobProgress>,
    receiver: Receiver<T>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread called `name`.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(name: &str, wake: Wake, work: impl FnOnce(&JobProgress) -> T + Send + 'static) -> std::io::Result<Self> {
        let progress = Arc::new(JobProgress::new(wake));
        let (sender, receiver) = sync_channel(1);
        let seen = Arc::clone(&progress);
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            // A panic is a defect of ours; it must not take the window with it. The dropped sender tells.
            if let Ok(result) = catch_unwind(AssertUnwindSafe(|| work(&seen))) {
                // Nobody listens any more if the handle was dropped, and that is fine.
                sender.send(result).ok();
            }
            drop(sender);
            (seen.wake)();
        })?;
        Ok(Self { progress, receiver, thread: Some(thread) })
    }

    /// The result, if it is there. Never waits.
    pub fn poll(&self) -> Poll<T> {
        match self.receiver.try_recv() {
            Ok(result) => Poll::Done(result),
            Err(TryRecvError::Empty) => Poll::Running,
            Err(TryRecvError::Disconnected) => Poll::Lost,
        }
    }

    /// Waits for the result: only when the program ends and the work must be finished.
    pub fn wait(mut self) -> Option<T> {
        let result = self.receiver.recv().ok();
        if let Some(thread) = self.thread.take() {
            // A panic has been caught inside; nothing is left to say.
            thread.join().ok();
        }
        result
    }

    /// How far it is.
    pub fn progress(&self) -> &Arc<JobProgress> {
        &self.progress
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

/// A value looked up in the background under a key: the look-up starts when another key is asked for.
pub struct Fetched<K, V> {
    key: Option<K>,
    value: Option<V>,
    job: Option<Job<V>>,
}

impl<K, V> Default for Fetched<K, V> {
    fn default() -> Self {
        Self { key: None, value: None, job: None }
    }
}

impl<K: PartialEq, V: Send + 'static> Fetched<K, V> {
    /// The value under `key`; `None` until it is there. `work` is called once per key, on a thread.
    pub fn get(&mut self, key: K, wake: &Wake, work: impl FnOnce() -> V + Send + 'static) -> Option<&V> {
        self.watch(key, wake, move |_| work())
    }

    /// The same for work that says how far it is, and that stops when another key is asked for.
    pub fn watch(&mut self, key: K, wake: &Wake, work: impl FnOnce(&JobProgress) -> V + Send + 'static) -> Option<&V> {
        if self.key.as_ref() != Some(&key) {
            self.key = Some(key);
            self.value = None;
            self.job = Job::start("look-up", Arc::clone(wake), work).ok();
        }
        match self.job.as_ref().map(Job::poll) {
            Some(Poll::Done(value)) => {
                self.value = Some(value);
                self.job = None;
            }
            Some(Poll::Lost) => self.job = None,
            Some(Poll::Running) | None => {}
        }
        self.value.as_ref()
    }
}

impl<K, V> Fetched<K, V> {
    /// How far the running look-up is; `None` if none is running.
    pub fn progress(&self) -> Option<&JobProgress> {
        self.job.as_ref().map(|job| &*job.progress)
    }

    /// The value, if it is there; see [`Fetched::get`].
    pub fn value(&self) -> Option<&V> {
        self.value.as_ref()
    }

    /// Forgets the value, so that the next question starts again.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

/// The wake-up function that repaints the window.
pub fn repaint(ctx: &egui::Context) -> Wake {
    let ctx = ctx.clone();
    Arc::new(move || ctx.request_repaint())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    fn no_wake() -> Wake {
        Arc::new(|| {})
    }

    #[test]
    fn a_job_hands_over_its_result_and_wakes() {
        let woken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&woken);
        let wake: Wake = Arc::new(move || {
            count.fetch_add(1, Ordering::Relaxed);
        });
        let job = Job::start("test", wake, |progress| {
            progress.stage(Stage::Reading, "a.csv");
            7
        })
        .unwrap();
        assert_eq!(job.wait(), Some(7));
        assert!(woken.load(Ordering::Relaxed) >= 2);
    }

    #[test]
    fn dropping_the_handle_cancels() {
        let (sender, receiver) = sync_channel(1);
        let job = Job::start("test", no_wake(), move |progress| {
            while !progress.is_cancelled() {
                std::thread::yield_now();
            }
            sender.send(()).ok();
        })
        .unwrap();
        drop(job);
        assert!(receiver.recv_timeout(Duration::from_secs(20)).is_ok());
    }

    #[test]
    fn a_panic_in_a_job_is_told_and_goes_no_further() {
        let job: Job<()> = Job::start("test", no_wake(), |_| panic!("expected by the test")).unwrap();
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            match job.poll() {
                Poll::Running => assert!(Instant::now() < until),
                answer => break assert_eq!(answer, Poll::Lost),
            }
        }
    }

    #[test]
    fn a_look_up_runs_once_per_key() {
        let mut fetched = Fetched::default();
        let wake = no_wake();
        for key in [1, 2] {
            let until = Instant::now() + Duration::from_secs(20);
            let calls = Arc::new(AtomicUsize::new(0));
            loop {
                let seen = Arc::clone(&calls);
                let value = fetched.get(key, &wake, move || {
                    seen.fetch_add(1, Ordering::Relaxed);
                    key * 10
                });
                if let Some(value) = value {
                    assert_eq!(*value, key * 10);
                    break;
                }
                assert!(Instant::now() < until);
            }
            assert_eq!(calls.load(Ordering::Relaxed), 1);
        }
    }
}
