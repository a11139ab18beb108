package dev.assay.app.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All actions that are known at the moment, by id, in the order in which they were added. */
public final class Actions {

    private final Map<String, Action> actions = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if there is one of this id already */
    public void add(Action action) {
        if (actions.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException("there are two actions " + action.id());
        }
    }

    public void addAll(List<Action> more) {
        more.forEach(this::add);
    }

    public void removeAll(List<Action> gone) {
        gone.forEach(action -> actions.remove(action.id()));
    }

    public Optional<Action> find(String id) {
        return Optional.ofNullable(actions.get(id));
    }

    /** Does the action of this id if it is known and can be done now. */
    public void run(String id) {
        find(id).ifPresent(Action::run);
    }

    public List<Action> all() {
        return new ArrayList<>(actions.values());
    }
}
