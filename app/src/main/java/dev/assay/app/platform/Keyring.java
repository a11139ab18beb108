package dev.assay.app.platform;

import java.util.Optional;

/** A place for secrets that outlasts the program. Its methods may take some seconds: not for the JavaFX thread. */
public interface Keyring {

    /** Empty if there is none, or the keyring is not to be had. */
    Optional<String> find(String account);

    /** Whether it is kept now. */
    boolean keep(String account, String secret);

    /** Whether there is nothing left under this name. */
    boolean forget(String account);
}
