package de.zuruf.web.api;

import java.io.IOException;

/** A request is larger than any that a person could make. */
public class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
}
