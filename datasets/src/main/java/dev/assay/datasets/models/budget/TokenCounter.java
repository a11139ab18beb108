package dev.assay.datasets.models.budget;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Counts the tokens of a text as a model reads it: exactly for models of OpenAI whose encoding is known, else {@linkplain ApproximateTokens roughly}.
 *
 * <p>An encoding takes some tenths of a second to load, once, when the first text is counted. Used by many threads at once.
 */
public final class TokenCounter {

    private static final Pattern O200K = Pattern.compile("(?:chatgpt-4o|gpt-4o|gpt-4\\.[15]|gpt-[5-9]|gpt-oss|o[1-9])(?:[-.:@].*)?");
    private static final Pattern CL100K = Pattern.compile("(?:gpt-4|gpt-3\\.5|gpt-35)(?:[-.:@].*)?");

    private final Optional<EncodingType> encoding;
    private final ToIntFunction<String> counting;

    private TokenCounter(Optional<EncodingType> encoding) {
        this.encoding = encoding;
        this.counting = encoding.<ToIntFunction<String>>map(type -> new Loaded(type)::count).orElse(ApproximateTokens::in);
    }

    /** @param modelId the provider's id of the model, also with the maker before it (openai/gpt-4o), or of one that was fine-tuned (ft:gpt-4o:…) */
    public static TokenCounter of(String modelId) {
        String id = modelId.toLowerCase(Locale.ROOT);
        String plain = id.substring(id.lastIndexOf('/') + 1).replaceFirst("^ft:", "");
        if (O200K.matcher(plain).matches()) {
            return new TokenCounter(Optional.of(EncodingType.O200K_BASE));
        }
        return new TokenCounter(CL100K.matcher(plain).matches() ? Optional.of(EncodingType.CL100K_BASE) : Optional.empty());
    }

    /** Whether the counts are the model's own. */
    public boolean exact() {
        return encoding.isPresent();
    }

    public int count(String text) {
        return counting.applyAsInt(text);
    }

    /** The encoding, once somebody needs it. */
    private static final class Loaded {

        private final EncodingType type;
        private volatile Optional<Encoding> loaded = Optional.empty();

        Loaded(EncodingType type) {
            this.type = type;
        }

        /** Names of special tokens in a text are text. */
        int count(String text) {
            return encoding().countTokensOrdinary(text);
        }

        private Encoding encoding() {
            Optional<Encoding> present = loaded;
            if (present.isPresent()) {
                return present.get();
            }
            synchronized (this) {
                if (loaded.isEmpty()) {
                    loaded = Optional.of(Encodings.newLazyEncodingRegistry().getEncoding(type));
                }
                return loaded.orElseThrow();
            }
        }
    }
}
