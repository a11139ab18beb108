package dev.assay.datasets.models.replies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.assay.datasets.models.ReplySchema;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The form that a reply must have: a JSON schema (2020-12), and what cannot be said in one. */
final class ReplyForm {

    private static final int SHOWN = 3;

    private final JsonSchema schema;
    private final Set<String> names;
    private final ReplyCheck check;

    ReplyForm(ReplySchema schema, ReplyCheck check) {
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(
                schema.schema(),
                SchemaValidatorsConfig.builder().locale(Locale.ROOT).typeLoose(false).pathType(PathType.JSON_POINTER).build());
        this.names = schema.schema().path("properties").propertyStream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
        this.check = check;
    }

    /** Whether one of these could be the name of a property; where the schema names none, every name could. */
    boolean hasNameOf(Collection<String> some) {
        return names.isEmpty() || some.stream().anyMatch(names::contains);
    }

    /** What is wrong with it and where, as JSON pointers; empty if it is in order. */
    Optional<String> problemOf(ObjectNode value) {
        Set<ValidationMessage> found = schema.validate(value);
        if (found.isEmpty()) {
            return check.problemOf(value);
        }
        Set<String> lines = found.stream().map(ReplyForm::inWords).collect(Collectors.toCollection(TreeSet::new));
        String shown = lines.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return Optional.of(lines.size() <= SHOWN ? shown : shown + "; and " + (lines.size() - SHOWN) + " more");
    }

    private static String inWords(ValidationMessage found) {
        String place = found.getInstanceLocation().toString();
        String line = found.getMessage();
        return place.isEmpty() ? line.replaceFirst("^\\s*:\\s*", "") : line;
    }
}
