package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;
import org.guildhall.kernel.InvalidInput;

/** An identity document; its number is stored encrypted and matched by keyed hash only. */
public record IdentityDocument(DocumentKind kind, String number) {

    /** Refuses a document without its kind or number. */
    public IdentityDocument {
        kind = InvalidInput.required("document.kind", kind);
        number = InvalidInput.required("document.number", number);
    }

    /** What sort of document it is. */
    @Schema(enumAsRef = true)
    public enum DocumentKind {
        /** Resident identity card or permit with a GB 11643 number. */
        RESIDENT_ID,
        /** Passport. */
        PASSPORT,
        /** Mainland travel permit of residents of Hong Kong, Macau or Taiwan. */
        TRAVEL_PERMIT,
        /** Any other document. */
        OTHER
    }
}
