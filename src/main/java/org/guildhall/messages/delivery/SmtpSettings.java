package org.guildhall.messages.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mail leaves the house; without a host it does not.
 *
 * @param from the address it comes from
 * @param timeout how long to wait for the server, at connecting and at each answer
 */
@ConfigurationProperties("guildhall.messages.smtp")
record SmtpSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("members@localhost") String from,
        @DefaultValue("starttls") Security security,
        @DefaultValue("10s") Duration timeout) {

    /** How the connection is kept from listeners. */
    enum Security {
        /** Not at all; for a relay on the same machine. */
        NONE,
        /** Encrypted before anything is said, refused if the server cannot. */
        STARTTLS,
        /** Encrypted from the start. */
        TLS
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SMTP " + host + ":" + port + " " + security + " as " + username;
    }
}
