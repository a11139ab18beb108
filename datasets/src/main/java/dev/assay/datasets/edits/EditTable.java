package dev.assay.datasets.edits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.datasets.study.OwnsTables;
import dev.assay.datasets.study.Reading;
import dev.assay.datasets.study.Writing;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The edits of a study. Those that are undone are the latest, always: a new edit takes their place. */
@OwnsTables("edit")
final class EditTable {

    private static final ObjectMapper JSON = new ObjectMapper();

    void insert(Writing writing, Edit edit, Instant now) {
        writing.sql()
                .createUpdate("INSERT INTO edit (kind, data, description, made_at) VALUES (:kind, :data, :description, :now)")
                .bind("kind", edit.kind())
                .bind("data", edit.data().toString())
                .bind("description", edit.description())
                .bind("now", now.toString())
                .execute();
    }

    void deleteUndone(Writing writing) {
        writing.sql().execute("DELETE FROM edit WHERE undone = 1");
    }

    void mark(Writing writing, long sequence, boolean undone) {
        writing.sql().execute("UPDATE edit SET undone = ? WHERE sequence = ?", undone ? 1 : 0, sequence);
    }

    /** The one that is undone next. */
    Optional<MadeEdit> lastDone(Reading reading) {
        return reading.first("SELECT * FROM edit WHERE undone = 0 ORDER BY sequence DESC LIMIT 1", EditTable::toEdit);
    }

    /** The one that is done again next. */
    Optional<MadeEdit> firstUndone(Reading reading) {
        return reading.first("SELECT * FROM edit WHERE undone = 1 ORDER BY sequence LIMIT 1", EditTable::toEdit);
    }

    List<MadeEdit> latest(Reading reading, int limit) {
        return reading.sql()
                .createQuery("SELECT * FROM edit ORDER BY sequence DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> toEdit(row))
                .list();
    }

    private static MadeEdit toEdit(ResultSet row) throws SQLException {
        try {
            return new MadeEdit(
                    row.getLong("sequence"),
                    new Edit(row.getString("kind"), JSON.readTree(row.getString("data")), row.getString("description")),
                    row.getInt("undone") == 1,
                    Instant.parse(row.getString("made_at")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
