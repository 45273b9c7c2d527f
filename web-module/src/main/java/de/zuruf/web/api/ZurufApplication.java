package de.zuruf.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** REST under {@code /api}. */
@ApplicationPath("/api")
public class ZurufApplication extends Application {}
