package org.guildhall.insights;

/** One column of a fact source's table in the analytical copy: its name, its type and what it means for the data scope. */
public record Column(String name, Type type, Role role) {

    /** The types of the copy, each with the Java class that a source gives. */
    public enum Type {
        /** {@link java.util.UUID}. */
        ID("uuid"),
        /** {@link String}. */
        TEXT("varchar"),
        /** {@link Long}; money in minor units. */
        NUMBER("bigint"),
        /** {@link java.time.LocalDate}, the company's date. */
        DATE("date"),
        /** {@link java.time.Instant}. */
        INSTANT("timestamp"),
        /** {@link Boolean}. */
        FLAG("boolean");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        /** The name of the type in the copy. */
        public String sql() {
            return sql;
        }
    }

    /** What the column decides about who may see the row. */
    public enum Role {
        /** Nothing. */
        PLAIN,
        /** It identifies the row. */
        KEY,
        /** It names the member whose row it is. */
        MEMBER,
        /** It names the organisation unit where it happened or to which the member belongs. */
        UNIT,
        /** It names the member's adviser. */
        ADVISER
    }

    /** A column name is put into SQL as it stands, so it is a plain lower-case word. */
    public Column {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a column name: " + name);
        }
    }

    /** The row's identifier. */
    public static Column key(String name) {
        return new Column(name, Type.ID, Role.KEY);
    }

    /** The member whose row it is. */
    public static Column member(String name) {
        return new Column(name, Type.ID, Role.MEMBER);
    }

    /** The unit the row belongs to. */
    public static Column unit(String name) {
        return new Column(name, Type.ID, Role.UNIT);
    }

    /** The member's adviser. */
    public static Column adviser(String name) {
        return new Column(name, Type.ID, Role.ADVISER);
    }

    /** An attribute. */
    public static Column of(String name, Type type) {
        return new Column(name, type, Role.PLAIN);
    }
}
