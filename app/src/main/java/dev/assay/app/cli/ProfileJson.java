package dev.assay.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.judges.profiles.ProfileRow;
import java.util.Optional;

/** A row of a profile as JSON; what is not known is absent. */
final class ProfileJson {

    private ProfileJson() {}

    static ObjectNode of(ProfileRow row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("path", row.path()).put("n", row.n()).put("subject", row.subject()).put("failures", row.failures());
        put(json, "mean", row.mean());
        put(json, "low", row.low());
        put(json, "high", row.high());
        row.rank().ifPresent(value -> json.put("rank", value));
        row.rankLow().ifPresent(value -> json.put("rankLow", value));
        row.rankHigh().ifPresent(value -> json.put("rankHigh", value));
        put(json, "difference", row.difference());
        put(json, "differenceLow", row.differenceLow());
        put(json, "differenceHigh", row.differenceHigh());
        put(json, "p", row.p());
        put(json, "q", row.q());
        row.verdict().ifPresent(value -> json.put("verdict", value));
        row.notTested().ifPresent(value -> json.put("notTested", value));
        put(json, "restDifference", row.restDifference());
        put(json, "restLow", row.restLow());
        put(json, "restHigh", row.restHigh());
        put(json, "restP", row.restP());
        put(json, "restQ", row.restQ());
        row.restVerdict().ifPresent(value -> json.put("restVerdict", value));
        row.restNotTested().ifPresent(value -> json.put("restNotTested", value));
        return json;
    }

    private static void put(ObjectNode json, String name, Optional<Double> value) {
        value.ifPresent(number -> json.put(name, number));
    }
}
