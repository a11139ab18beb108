package dev.assay.datasets.models.langchain4j;

import dev.assay.datasets.models.FailureKind;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelFailure;
import dev.assay.datasets.models.SchemaSupport;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a service is told the form of a reply: as services of its kind usually are, and in a simpler way once it has refused that, for as long as the
 * connection lasts. What the person has set is not changed. Used by many threads at once.
 */
final class FormTelling {

    private static final Logger LOG = LoggerFactory.getLogger(FormTelling.class);
    /** What a service names that does not accept the form: the field of its protocol, or what stands in it. */
    private static final Pattern ABOUT_THE_FORM = Pattern.compile(
            "response.?format|json.?schema|json.?object|json.?mode|structured.?output|response.?schema|response.?mime|output.?(config|format)|guided.?json|grammar");

    private final ModelDefinition model;
    private volatile SchemaSupport now;

    FormTelling(ModelDefinition model) {
        this.model = model;
        this.now = model.schemaSupport();
    }

    SchemaSupport now() {
        return now;
    }

    /**
     * Takes notice of a refusal.
     *
     * @param told how it was told
     * @return whether the same request may be accepted when it is told as {@link #now} says
     */
    synchronized boolean isSimplerAfter(SchemaSupport told, ModelFailure refusal) {
        boolean isAboutForm = refusal.kind() == FailureKind.BAD_REQUEST
                && ABOUT_THE_FORM.matcher((refusal.detail() + " " + refusal.body().orElse("")).toLowerCase(Locale.ROOT)).find();
        if (!isAboutForm || model.parameters().schemaSupport().isPresent() || told == SchemaSupport.PROMPT_ONLY) {
            return false;
        }
        SchemaSupport simpler = told == SchemaSupport.JSON_SCHEMA ? SchemaSupport.JSON_MODE : SchemaSupport.PROMPT_ONLY;
        // Else another call has taken notice already.
        if (now == told) {
            now = simpler;
            LOG.info("the service of {} refuses {}: it is told the form of a reply by {} from now on", model.name(), told.id(), simpler.id());
        }
        return true;
    }
}
