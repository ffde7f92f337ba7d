package io.trove.console;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.List;

/**
 * A form is sent to the address of its page with what the page is about, so that whose session ended meanwhile comes back to that
 * page. Nothing else of the address goes along: a link from somebody else could have put anything there that a form may say.
 */
public class FormAddresses extends ViewHandlerWrapper {
    private static final List<String> ABOUT = List.of("name", "job", "revoke", "id", "version");
    private static final List<String> PAGES = List.of("person", "role", "job", "api-keys", "schema");

    public FormAddresses(ViewHandler before) {
        super(before);
    }

    @Override
    public String getActionURL(FacesContext faces, String view) {
        var path = getWrapped().getActionURL(faces, view);
        var chosen = CDI.current().select(Chosen.class).get();
        if (Room.of(view).isEmpty() || !chosen.isThere()) {
            return path;
        }
        var page = path.substring(path.lastIndexOf('/') + 1);
        var address = chosen.to(page);
        if (PAGES.contains(page)) {
            for (var name : ABOUT) {
                address = address.with(name, chosen.parameter(name));
            }
        }
        return path + address.query();
    }
}
