package dev.assay.app.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.datasets.jobs.Run;
import dev.assay.datasets.jobs.RunState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Pc2SetupTest {

    @Test
    void aRunThatAnOlderAssayBeganAndThisOneWouldNotCannotBeBegunAgain() {
        assertThat(Pc2Setup.of(run(5, 20))).map(setup -> setup.limit().orElseThrow()).contains(20);
        assertThat(Pc2Setup.of(run(5, -3))).isEmpty();
        assertThat(Pc2Setup.of(run(5, 0))).isEmpty();
        assertThat(Pc2Setup.of(run(7, 20))).isEmpty();
    }

    private static Run run(int scale, int limit) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode().put("judge", "pc2").put("scale", scale).put("limit", limit).put("baseline", "a");
        return new Run("id", "judge", "local", RunState.FAILED, spec, 1, "0.1.0", Instant.EPOCH, Optional.empty());
    }
}
