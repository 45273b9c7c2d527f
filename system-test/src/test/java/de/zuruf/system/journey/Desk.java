package de.zuruf.system.journey;

/** An agent's screen with its own browser, for tests elsewhere that need no more than one. */
public final class Desk implements AutoCloseable {

    private final Screens screens = new Screens();
    private final Screen screen;

    private Desk(RealHouse house, String user, String extension) {
        screen =
                screens.desktop(house.server().base(), user, RealHouse.PASSWORD).at(extension);
    }

    /** {@return the screen of an agent who has signed in and sits at the extension} */
    public static Desk open(RealHouse house, String user, String extension) {
        return new Desk(house, user, extension);
    }

    public Screen screen() {
        return screen;
    }

    @Override
    public void close() {
        try {
            screen.close();
        } finally {
            screens.close();
        }
    }
}
