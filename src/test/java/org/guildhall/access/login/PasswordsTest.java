package org.guildhall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {

    @Test
    void aLogInThatNobodyHasIsComparedWithAHashAsDearAsThoseWeMake() {
        var made = new BCryptPasswordEncoder(Passwords.STRENGTH).encode("a password");

        assertThat(Passwords.NOBODYS).hasSameSizeAs(made).startsWith(made.substring(0, "$2a$10$".length()));
    }
}
