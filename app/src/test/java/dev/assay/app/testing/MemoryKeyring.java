package dev.assay.app.testing;

import dev.assay.app.platform.Keyring;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A keyring for tests. */
public final class MemoryKeyring implements Keyring {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public Optional<String> find(String account) {
        return Optional.ofNullable(secrets.get(account));
    }

    @Override
    public boolean keep(String account, String secret) {
        secrets.put(account, secret);
        return true;
    }

    @Override
    public boolean forget(String account) {
        secrets.remove(account);
        return true;
    }
}
