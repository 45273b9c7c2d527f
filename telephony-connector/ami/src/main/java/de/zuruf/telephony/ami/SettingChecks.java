package de.zuruf.telephony.ami;

import jakarta.resource.spi.InvalidPropertyException;
import java.beans.IntrospectionException;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;

/** Collects which settings of an activationSpec are missing or out of range, so that all are told at once. */
final class SettingChecks {

    private final Class<?> spec;
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param spec whose settings they are
     */
    SettingChecks(Class<?> spec) {
        this.spec = spec;
    }

    SettingChecks require(String name, boolean right) {
        if (!right) {
            wrong.add(name);
        }
        return this;
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidPropertyException naming all that are wrong
     */
    void done() throws InvalidPropertyException {
        if (wrong.isEmpty()) {
            return;
        }
        InvalidPropertyException exception =
                new InvalidPropertyException("Missing or out of range in the activationSpec: " + wrong);
        List<PropertyDescriptor> descriptors = new ArrayList<>();
        for (String name : wrong) {
            try {
                descriptors.add(new PropertyDescriptor(name, spec));
            } catch (IntrospectionException e) {
                exception.addSuppressed(e);
            }
        }
        exception.setInvalidPropertyDescriptors(descriptors.toArray(PropertyDescriptor[]::new));
        throw exception;
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    static boolean within(Integer value, int from, int to) {
        return value != null && value >= from && value <= to;
    }
}
