package org.guildhall.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names one thing that posts can allow, {@code module.verb} such as {@code members.read}; a scalar in JSON. */
public record Permission(@JsonValue String code) implements Comparable<Permission> {

    private static final Pattern CODE = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");

    /** Checks the form of the code. */
    public Permission {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a permission is module.verb, not " + code);
        }
    }

    /** Reads the JSON scalar. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Permission of(String code) {
        return new Permission(code);
    }

    /** The module that declared it. */
    public String module() {
        return code.substring(0, code.indexOf('.'));
    }

    @Override
    public int compareTo(Permission other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
