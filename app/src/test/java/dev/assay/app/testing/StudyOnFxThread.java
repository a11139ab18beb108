package dev.assay.app.testing;

import dev.assay.datasets.study.Study;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Notes each time that a study is read or changed on the JavaFX thread. The virtual machine itself tells it, since whoever has a study may read it: not
 * how long it took counts, which differs from machine to machine, but that it was done at all.
 */
public final class StudyOnFxThread implements AutoCloseable {

    private static final String EVENT = "jdk.MethodTrace";
    private static final String FX_THREAD = "JavaFX Application Thread";
    private static final String CALLS = List.of("read", "write", "change", "backUp", "compact").stream()
            .map(method -> Study.class.getName() + "::" + method)
            .collect(Collectors.joining(";"));

    private final Recording recording = new Recording();

    public StudyOnFxThread() {
        recording.enable(EVENT).with("filter", CALLS).with("threshold", "0 ns").withStackTrace();
        recording.start();
    }

    /** Ends it; where the calls came from, the innermost first. */
    public List<String> calls() {
        recording.stop();
        try {
            Path file = Files.createTempFile("calls", ".jfr");
            try {
                recording.dump(file);
                return RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals(EVENT) && isOnFxThread(event.getThread()))
                        .map(StudyOnFxThread::stack)
                        .toList();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOnFxThread(RecordedThread thread) {
        return FX_THREAD.equals(thread.getJavaName());
    }

    private static String stack(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .map(frame -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining("\n    "));
    }

    @Override
    public void close() {
        recording.close();
    }
}
