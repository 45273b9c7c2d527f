package de.zuruf.app.report;

import de.zuruf.app.people.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What goes on now, for whoever runs inside sales. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class LiveBoard {
    @Inject
    private BoardFigures figures;

    /** {@return what goes on now} */
    public Board now() {
        return figures.board();
    }
}
