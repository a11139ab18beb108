package dev.assay.datasets.records;

import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Preferences between two answers. */
@OwnsTables("preference")
public final class PreferenceTable {

    /** Adds a preference; its subjects are known to the study. Returns false, and changes nothing, if the annotator's word on the answers is known. */
    public boolean insert(Writing writing, Preference preference, String runId) {
        return writing.update(
                        """
                        INSERT INTO preference (query_id, subject_a, replicate_a, subject_b, replicate_b, annotator, value, reason, run_id)
                        VALUES (:query, :a, :replicateA, :b, :replicateB, :annotator, :value, :reason, :run)
                        ON CONFLICT DO NOTHING""",
                        preference.queryId(),
                        preference.subjectA(),
                        preference.replicateA(),
                        preference.subjectB(),
                        preference.replicateB(),
                        preference.annotator(),
                        preference.value(),
                        preference.reason(),
                        runId)
                == 1;
    }

    /** What the study has of the same annotator on the same two answers. */
    public Optional<Preference> findSame(Reading reading, Preference preference) {
        return reading.first(
                """
                SELECT * FROM preference
                WHERE query_id = :query AND subject_a = :a AND replicate_a = :replicateA
                      AND subject_b = :b AND replicate_b = :replicateB AND annotator = :annotator""",
                PreferenceTable::toPreference,
                preference.queryId(),
                preference.subjectA(),
                preference.replicateA(),
                preference.subjectB(),
                preference.replicateB(),
                preference.annotator());
    }

    /** All preferences, by query and pair. To be closed, and read within the transaction. */
    public Stream<Preference> stream(Reading reading) {
        return reading.sql()
                .createQuery("SELECT * FROM preference ORDER BY query_id, subject_a, replicate_a, subject_b, replicate_b, annotator")
                .map((row, context) -> toPreference(row))
                .stream();
    }

    public int count(Reading reading) {
        return reading.sql().createQuery("SELECT count(*) FROM preference").mapTo(int.class).one();
    }

    private static Preference toPreference(ResultSet row) throws SQLException {
        return new Preference(
                row.getString("query_id"),
                row.getString("subject_a"),
                row.getInt("replicate_a"),
                row.getString("subject_b"),
                row.getInt("replicate_b"),
                row.getString("annotator"),
                row.getDouble("value"),
                row.getString("reason"));
    }
}
