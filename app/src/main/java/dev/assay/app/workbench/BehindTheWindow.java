package dev.assay.app.workbench;

/**
 * Threads that give way to the one that paints the window, where the system heeds priorities (the launcher asks for it on Linux). Threads that they
 * start inherit it, so that a judging on all processors does not make the window stutter. What they compute does not depend on it.
 */
final class BehindTheWindow {

    private BehindTheWindow() {}

    @SuppressWarnings("ThreadPriorityCheck")
    static Thread.Builder.OfPlatform thread() {
        return Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY);
    }
}
