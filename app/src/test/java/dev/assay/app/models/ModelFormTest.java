package dev.assay.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.datasets.models.ModelDefinition;
import dev.assay.datasets.models.ModelLimits;
import dev.assay.datasets.models.ModelParameters;
import dev.assay.datasets.models.Price;
import dev.assay.datasets.models.Provider;
import dev.assay.datasets.models.SchemaSupport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelFormTest {

    private static final ModelDefinition FULL = new ModelDefinition(
            "Großes Modell 大", Provider.OPENAI, "vendor/model:free", Optional.of(URI.create("https://api.example.com/v1")), Optional.of("EXAMPLE_KEY"),
            new ModelParameters(
                    Optional.of(0.7), Optional.of(0.95), Optional.of(2_000), Optional.of(17L), Optional.of("low"), Optional.of("Be brief.\nNo lists."),
                    JsonNodeFactory.instance.objectNode().put("top_k", 40), Optional.of(SchemaSupport.JSON_MODE)),
            new ModelLimits(Optional.of(500), Optional.of(200_000), Optional.of(32)), Optional.of(new Price(0.4, 1.6)),
            Map.of("X-Title", "assay", "Authorization", "${EXAMPLE_HEADER}"), Optional.of(URI.create("http://proxy.example:3128")), Duration.ofSeconds(45));

    @Test
    void aModelThatIsOnlyLookedAtStaysWhatItIs() {
        ModelForm form = new ModelForm(Optional.of(FULL), Optional.of(FULL), List.of("another"));
        assertThat(form.checked().get().problems()).isEmpty();
        assertThat(form.checked().get().definition()).contains(FULL);
    }

    @Test
    void valuesOfHeadersAreNotShownButReferencesAre() {
        ModelForm form = new ModelForm(Optional.of(FULL), Optional.of(FULL), List.of());
        assertThat(form.text(ModelField.HEADERS).get()).contains("${EXAMPLE_HEADER}").doesNotContain("assay");
    }

    @Test
    void eachFieldSaysWhatItWants() {
        ModelForm form = new ModelForm(Optional.of(FULL), Optional.of(FULL), List.of("Taken"));
        expect(form, ModelField.NAME, "taken", "There is a model of this name already.");
        expect(form, ModelField.TEMPERATURE, "2.5", "A number from 0 to 2.");
        expect(form, ModelField.TOP_P, "0", "A number over 0, up to 1.");
        expect(form, ModelField.TOP_P, "NaN", "A number over 0, up to 1.");
        expect(form, ModelField.CONCURRENCY, "none", "A whole number from 1 to 4096.");
        expect(form, ModelField.EXTRA_BODY, "{\"a\": ", "No JSON: line 1, column 7.");
        expect(form, ModelField.EXTRA_BODY, "[1]", "A JSON object: { \"name\": value }.");
        expect(form, ModelField.HEADERS, "no colon", "Line 1 is not of the form Name: value.");
        expect(form, ModelField.BASE_URL, "https://me:secret@example.com", "No name or password in the address: put the key into its own field.");
        expect(form, ModelField.PRICE_OUT, "", "Both prices, or neither.");
    }

    @Test
    void aServiceWithoutAUsualAddressNeedsOne() {
        ModelForm form = new ModelForm(Optional.empty(), Optional.empty(), List.of());
        form.text(ModelField.NAME).set("a");
        form.text(ModelField.MODEL).set("b");
        assertThat(form.checked().get().definition()).isPresent();
        form.provider().set(Provider.AZURE);
        assertThat(form.checked().get().problems()).containsOnlyKeys(ModelField.BASE_URL);
    }

    @Test
    void aDuplicateKeepsTheHeadersThatAreHidden() {
        ModelDefinition model = new ModelDefinition(
                "copy", Provider.OPENAI, "m", Optional.empty(), Optional.empty(), ModelParameters.usual(), ModelLimits.none(), Optional.empty(),
                Map.of("X-Key", "planted-secret"), Optional.empty(), ModelDefinition.USUAL_TIMEOUT);
        ModelForm form = new ModelForm(Optional.of(model), Optional.empty(), List.of());

        assertThat(form.text(ModelField.HEADERS).get()).contains("X-Key").doesNotContain("planted-secret");
        assertThat(form.checked().get().definition().orElseThrow().headers()).containsEntry("X-Key", "planted-secret");
        expect(form, ModelField.HEADERS, "X-Other: ••••••", "Line 1: type the value of X-Other, which is hidden here.");
    }

    private static void expect(ModelForm form, ModelField field, String text, String problem) {
        String before = form.text(field).get();
        form.text(field).set(text);
        assertThat(form.checked().get().problems()).as("%s = %s", field, text).containsEntry(field, problem);
        assertThat(form.checked().get().definition()).isEmpty();
        form.text(field).set(before);
    }
}
