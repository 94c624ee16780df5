package org.guildhall.ledger;

import org.jspecify.annotations.Nullable;

/** A law over what another module keeps beside the ledger; that module implements it as a bean and it is proven with the others. */
public interface ModuleLaw {

    /** Stable code with a text in every language. */
    String code();

    /** Looks at everything; called in the snapshot in which all laws are proven. */
    Finding check();

    /** How many facts were looked at, and the first that breaks the law. */
    record Finding(long covered, @Nullable String counterExample) {}
}
