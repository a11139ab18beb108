package dev.assay.datasets.models.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a service asks to be left alone: by {@code retry-after-ms}, by {@code Retry-After} (seconds or a date), or in Gemini's error body. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s?");
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    Optional<Duration> in(HttpReply reply) {
        return reply.headers().firstValue("retry-after-ms").flatMap(RetryAfter::seconds).map(millis -> millis.dividedBy(1000))
                .or(() -> reply.headers().firstValue("retry-after").flatMap(value -> seconds(value).or(() -> until(value))))
                .or(() -> inBody(reply.body()))
                .map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time);
    }

    private static Optional<Duration> seconds(String value) {
        Matcher number = SECONDS.matcher(value.strip());
        return number.matches() ? Optional.of(Duration.ofNanos(new BigDecimal(number.group(1)).movePointRight(9).longValue())) : Optional.empty();
    }

    private Optional<Duration> until(String date) {
        try {
            Duration left = Duration.between(clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip(), Instant::from));
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> inBody(String body) {
        if (!body.contains("retryDelay")) {
            return Optional.empty();
        }
        JsonNode delay = ReplyReading.json(body).findPath("retryDelay");
        return seconds(delay.asText(""));
    }
}
