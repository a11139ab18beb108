package dev.assay.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SystemKeyringTest {

    @Test
    void whatIsKeptIsFoundAndForgotten() {
        Map<String, String> stored = new ConcurrentHashMap<>();
        Keyring keyring = new SystemKeyring(() -> backend(stored), Duration.ofSeconds(10));

        assertThat(keyring.find("judge")).isEmpty();
        assertThat(keyring.keep("judge", "secret")).isTrue();
        assertThat(keyring.find("judge")).contains("secret");
        assertThat(keyring.forget("judge")).isTrue();
        assertThat(keyring.forget("judge")).isTrue();
        assertThat(keyring.find("judge")).isEmpty();
    }

    @Test
    void oneThatDoesNotAnswerIsAskedOnce() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Keyring keyring = new SystemKeyring(
                () -> {
                    asked.incrementAndGet();
                    await(never);
                    return backend(Map.of());
                },
                Duration.ofMillis(50));

        assertThat(keyring.find("judge")).isEmpty();
        assertThat(keyring.find("judge")).isEmpty();
        assertThat(keyring.keep("judge", "secret")).isFalse();
        assertThat(keyring.forget("judge")).as("nobody knows whether it is gone").isFalse();

        assertThat(asked).hasValue(1);
        never.countDown();
    }

    @Test
    void aPasswordThatIsTypedSlowlyOpensItForTheNextDeed() {
        CountDownLatch typed = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Map<String, String> stored = new ConcurrentHashMap<>(Map.of("judge", "secret"));
        Keyring keyring = new SystemKeyring(
                () -> {
                    asked.incrementAndGet();
                    await(typed);
                    return backend(stored);
                },
                Duration.ofMillis(50));
        assertThat(keyring.find("judge")).isEmpty();

        typed.countDown();

        Awaitility.await().untilAsserted(() -> assertThat(keyring.find("judge")).contains("secret"));
        assertThat(asked.get()).as("while it was locked, and after").isGreaterThan(1);
    }

    @Test
    void whereThereWasNoneAPersonsDeedTriesAgain() {
        AtomicBoolean isSetUp = new AtomicBoolean();
        Map<String, String> stored = new ConcurrentHashMap<>();
        Keyring keyring = new SystemKeyring(
                () -> {
                    if (!isSetUp.get()) {
                        throw new BackendNotSupportedException("none yet");
                    }
                    return backend(stored);
                },
                Duration.ofSeconds(10));
        assertThat(keyring.find("judge")).isEmpty();
        isSetUp.set(true);

        assertThat(keyring.keep("judge", "secret")).isTrue();
        assertThat(keyring.find("judge")).contains("secret");
    }

    @Test
    void whereThereIsNoneNothingIsFoundAndNothingIsKept() {
        Keyring keyring = new SystemKeyring(
                () -> {
                    throw new BackendNotSupportedException("none here");
                },
                Duration.ofSeconds(10));

        assertThat(keyring.find("judge")).isEqualTo(Optional.empty());
        assertThat(keyring.keep("judge", "secret")).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SystemKeyring.Backend backend(Map<String, String> stored) {
        return new SystemKeyring.Backend() {
            @Override
            public String get(String account) throws PasswordAccessException {
                String secret = stored.get(account);
                if (secret == null) {
                    throw new PasswordAccessException("there is no " + account);
                }
                return secret;
            }

            @Override
            public void set(String account, String secret) {
                stored.put(account, secret);
            }

            @Override
            public void delete(String account) throws PasswordAccessException {
                if (stored.remove(account) == null) {
                    throw new PasswordAccessException("there is no " + account);
                }
            }

            @Override
            public void release() {}
        };
    }
}
