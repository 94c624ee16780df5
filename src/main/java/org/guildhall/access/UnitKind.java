package org.guildhall.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What sort of organisation unit it is. */
@Schema(enumAsRef = true)
public enum UnitKind {
    /** The whole company; the only kind without a unit above. */
    COMPANY,
    /** A region of branches or stores. */
    REGION,
    /** A branch. */
    BRANCH,
    /** A store, where members buy. */
    STORE,
    /** A department, such as the member team. */
    DEPARTMENT,
    /** A group within a department. */
    GROUP;

    /** The stored and transmitted word. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a stored word. */
    @JsonCreator
    public static UnitKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether data is divided along units of this kind: the reach of scope level branch begins here. */
    public boolean dividesData() {
        return this == COMPANY || this == REGION || this == BRANCH || this == STORE;
    }
}
