package org.guildhall.kernel;

import java.util.UUID;

/** Who acts: a staff member, a program with an API key, a member, or the machine itself (its jobs). */
public sealed interface Actor {

    /** The short stored form, {@code staff:<id>}, {@code key:<id>}, {@code member:<id>} or {@code system:<what>}. */
    String reference();

    /** What people call who acts: the name of staff and programs, what a job does, and a member's reference, never their name. */
    String name();

    /** A staff member at a screen. */
    record Staff(StaffId id, String name) implements Actor {
        @Override
        public String reference() {
            return "staff:" + id;
        }
    }

    /** A program that presented an API key. */
    record Program(UUID keyId, String name) implements Actor {
        @Override
        public String reference() {
            return "key:" + keyId;
        }
    }

    /** A member at the portal. */
    record Self(MemberId id) implements Actor {
        @Override
        public String reference() {
            return "member:" + id;
        }

        @Override
        public String name() {
            return reference();
        }
    }

    /** A job of the system. */
    record Machine(String what) implements Actor {
        @Override
        public String reference() {
            return "system:" + what;
        }

        @Override
        public String name() {
            return what;
        }
    }
}
