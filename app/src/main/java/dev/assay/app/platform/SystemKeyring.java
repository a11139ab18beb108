package dev.assay.app.platform;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keyring of the system: Keychain, Credential Manager, Secret Service, KWallet. It is asked on a thread of its own, for the system may first ask the
 * person to unlock it, or not answer at all; where there is none, or it did not answer in time, it is not asked again.
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

    private final Opening opening;
    private final Duration patience;
    private final AtomicBoolean absent = new AtomicBoolean();

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
        return ask(backend -> backend.get(account)).filter(secret -> !secret.isBlank());
    }

    @Override
    public boolean keep(String account, String secret) {
        return ask(backend -> {
                    backend.set(account, secret);
                    return backend.get(account).equals(secret);
                })
                .orElse(false);
    }

    @Override
    public boolean forget(String account) {
        boolean deleted = ask(backend -> {
                    backend.delete(account);
                    return true;
                })
                .orElse(false);
        return deleted || find(account).isEmpty();
    }

    private <T> Optional<T> ask(Work<T> work) {
        if (absent.get()) {
            return Optional.empty();
        }
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("keyring").start(() -> {
            try {
                answer.complete(done(work));
            } catch (Throwable e) {
                // Native libraries may be missing or broken: then there is no keyring.
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            absent.set(true);
            LOG.debug("the keyring is not to be had: {}", e.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private <T> Optional<T> done(Work<T> work) throws BackendNotSupportedException {
        Backend backend = opening.open();
        try {
            return Optional.ofNullable(work.with(backend));
        } catch (PasswordAccessException e) {
            // There is nothing of this name.
            return Optional.empty();
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
