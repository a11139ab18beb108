package dev.assay.app.text;

import dev.assay.app.workbench.Dialogs;
import dev.assay.app.workbench.WebAddress;
import java.util.Optional;

/** What becomes of a link in a text that somebody else wrote: nothing, until a person has read the address and agreed. */
public final class LinkOpening {

    private static final int LONGEST = 300;

    private final Dialogs dialogs;

    public LinkOpening(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    /** Asks whether to open an address of the web; any other is never opened, but can be copied. */
    public void ask(String address) {
        WebAddress.parse(address).ifPresentOrElse(dialogs::openInBrowser, () -> askToCopy(address));
    }

    private void askToCopy(String address) {
        String shown = address.length() > LONGEST ? address.substring(0, LONGEST) + "…" : address;
        dialogs.confirm(
                "Copy the address?",
                "This link is not to a page of the web (http, https), so it is not opened: " + shown,
                "Copy the address",
                () -> {
                    DocumentView.copy(address);
                    dialogs.notice("The address is on the clipboard.", Optional.empty());
                });
    }
}
