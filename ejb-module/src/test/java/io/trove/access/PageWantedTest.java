package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageWantedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/home",
                "/console/api-keys?ledger=acme/development",
                "/console/events?ledger=acme/development&type=order.*,a:b@(c)!%20d",
                "/console/events?index.a=[b]|{c}"
            })
    void a_page_of_the_console_is_gone_on_to(String to) {
        assertEquals(to, PageWanted.orHome(to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/console/",
                "https://evil.example/",
                "//evil.example/console/home",
                "/console//evil.example",
                "/console/\\evil.example",
                "/console/home\\evil",
                "/console/x/../../../evil",
                "/console/..",
                "/console/home?a=b\\c",
                "/console/home?a=b\r\nSet-Cookie: a=b",
                "/console/home#a",
                "/console/login",
                "/console/logout",
                "/console/logout?ledger=acme/development",
                "/console/sign-in?to=/console/home",
                "/console/signed-in"
            })
    void anything_else_leads_home(String to) {
        assertEquals("/console/home", PageWanted.orHome(to));
    }
}
