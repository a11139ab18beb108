package dev.assay.app.platform;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keyring of the system: Keychain, Credential Manager, Secret Service, KWallet. It is asked on a thread of its own, for the system may first ask the
 * person to unlock it, or not answer at all; until it has answered, it is not asked again.
 */
public final class SystemKeyring implements Keyring {

    private static final Logger LOG = LoggerFactory.getLogger(SystemKeyring.class);
    private static final String SERVICE = "Assay";

    /** The way to the system's keyring; a test has others. */
    @FunctionalInterface
    interface Opening {
        Backend open() throws BackendNotSupportedException;
    }

    /** An open keyring. */
    interface Backend {
        String get(String account) throws PasswordAccessException;

        void set(String account, String secret) throws PasswordAccessException;

        void delete(String account) throws PasswordAccessException;

        /** Ends the connection to it. */
        void release();
    }

    /** Something done with an open keyring. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Backend backend) throws PasswordAccessException;
    }

    /** What came of asking. */
    private sealed interface Answer<T> {

        record Given<T>(T value) implements Answer<T> {}

        /** It has nothing of this name. */
        record Nothing<T>() implements Answer<T> {}

        /** There is no keyring. */
        record Absent<T>() implements Answer<T> {}

        /** It has not answered yet: a person may be typing the password that unlocks it. */
        record Late<T>() implements Answer<T> {}
    }

    private final Opening opening;
    private final Duration patience;
    /** Whether there was no keyring when it was last asked. */
    private volatile boolean absent;
    /** The latest that was asked of it; while that is not over, the system is not asked once more. */
    private volatile CompletableFuture<?> asked = CompletableFuture.completedFuture(true);

    SystemKeyring(Opening opening, Duration patience) {
        this.opening = opening;
        this.patience = patience;
    }

    /** @param patience how long to wait for it */
    public static SystemKeyring ofThisSystem(Duration patience) {
        return new SystemKeyring(SystemKeyring::open, patience);
    }

    @Override
    public Optional<String> find(String account) {
        if (absent || !asked.isDone()) {
            return Optional.empty();
        }
        return ask(backend -> backend.get(account)) instanceof Answer.Given<String>(String secret) && !secret.isBlank()
                ? Optional.of(secret)
                : Optional.empty();
    }

    @Override
    public boolean keep(String account, String secret) {
        Answer<Boolean> kept = askAnew(backend -> {
            backend.set(account, secret);
            return backend.get(account).equals(secret);
        });
        return kept instanceof Answer.Given<Boolean>(Boolean isKept) && isKept;
    }

    @Override
    public boolean forget(String account) {
        Answer<Boolean> deleted = askAnew(backend -> {
            backend.delete(account);
            return true;
        });
        return switch (deleted) {
            case Answer.Given<Boolean> _, Answer.Absent<Boolean> _ -> true;
            case Answer.Late<Boolean> _ -> false;
            // Either there was nothing, or it would not be deleted.
            case Answer.Nothing<Boolean> _ -> ask(backend -> backend.get(account)) instanceof Answer.Nothing<String>;
        };
    }

    /** What a person asks for by a deed of theirs is tried, whatever was before: a keyring may have been set up or unlocked since. */
    private <T> Answer<T> askAnew(Work<T> work) {
        absent = false;
        return await(asked) ? ask(work) : new Answer.Late<>();
    }

    private <T> Answer<T> ask(Work<T> work) {
        CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
        asked = answer;
        Thread.ofPlatform().daemon().name("keyring").start(() -> {
            try {
                answer.complete(done(work));
            } catch (Throwable e) {
                // Native libraries may be missing or broken: then there is no keyring.
                LOG.debug("the keyring is not to be had: {}", e.getClass().getSimpleName());
                absent = true;
                answer.complete(new Answer.Absent<>());
            }
        });
        return await(answer) ? answer.join() : new Answer.Late<>();
    }

    /** Whether it is over in time. */
    private boolean await(CompletableFuture<?> answer) {
        try {
            return answer.thenApply(any -> true).completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS).get();
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> Answer<T> done(Work<T> work) throws BackendNotSupportedException {
        Backend backend = opening.open();
        try {
            T value = work.with(backend);
            // The libraries of some systems give null.
            return value == null ? new Answer.Nothing<>() : new Answer.Given<>(value);
        } catch (PasswordAccessException e) {
            return new Answer.Nothing<>();
        } finally {
            backend.release();
        }
    }

    private static Backend open() throws BackendNotSupportedException {
        com.github.javakeyring.Keyring keyring = com.github.javakeyring.Keyring.create();
        return new Backend() {
            @Override
            public String get(String account) throws PasswordAccessException {
                return keyring.getPassword(SERVICE, account);
            }

            @Override
            public void set(String account, String secret) throws PasswordAccessException {
                keyring.setPassword(SERVICE, account, secret);
            }

            @Override
            public void delete(String account) throws PasswordAccessException {
                keyring.deletePassword(SERVICE, account);
            }

            @Override
            public void release() {
                try {
                    keyring.close();
                } catch (Exception e) {
                    LOG.debug("the keyring cannot be closed: {}", e.getClass().getSimpleName());
                }
            }
        };
    }
}
