package dev.assay.app.responses;

import dev.assay.app.text.DocumentView;
import dev.assay.app.workbench.Dialogs;
import java.util.Optional;

/** What becomes of a link in a text that a model wrote: nothing, until someone has read the address. Then it is copied; a browser is theirs to open. */
final class LinkOpening {

    private static final int LONGEST = 300;

    private final Dialogs dialogs;

    LinkOpening(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    void ask(String address) {
        String shown = address.length() > LONGEST ? address.substring(0, LONGEST) + "…" : address;
        dialogs.confirm(
                "Copy the address?",
                "A model wrote this link; nobody has checked where it leads: " + shown,
                "Copy the address",
                () -> {
                    DocumentView.copy(address);
                    dialogs.notice("The address is on the clipboard.", Optional.empty());
                });
    }
}
