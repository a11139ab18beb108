package dev.assay.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.app.platform.PersonalModels;
import dev.assay.app.steps.ModelServices;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.jobs.RunState;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Entry point of the program. */
public final class Main {

    private static final long GRACE_SECONDS = 30;

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        boolean terminal = System.console() != null && System.console().isTerminal();
        Cancellation cancellation = new Cancellation();
        Console console = new Console(out, err, terminal, System.in);
        JavaUpdate.warning(Runtime.version()).ifPresent(console::message);
        PersonalModels person = PersonalModels.of(System.getenv(), System.getProperties(), Clock.systemUTC());
        Commands commands = new Commands(
                console, Clock.systemUTC(), cancellation, () -> ModelServices.over(person.priced(), person.keys(), person.environment(), person.clock()), person);
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopCleanly(cancellation, finished), "interrupt"));
        int code = commands.run(args);
        out.flush();
        finished.countDown();
        System.exit(code);
    }

    /** After Ctrl+C: the unit at work is finished and stored, then the program ends with the code for "stopped". */
    private static void stopCleanly(Cancellation cancellation, CountDownLatch finished) {
        if (finished.getCount() == 0) {
            return;
        }
        cancellation.request(RunState.INTERRUPTED);
        try {
            boolean stopped = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(stopped ? ExitCode.STOPPED : ExitCode.FAULT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
