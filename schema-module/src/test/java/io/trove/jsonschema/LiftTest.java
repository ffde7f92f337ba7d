package io.trove.jsonschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiftTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'rename':'/a','to':'b'}] | {'a':1} | {'b':1}",
                "[{'rename':'/a','to':'b'}] | {'c':1} | {'c':1}",
                "[{'rename':'/x/a','to':'b'}] | {'x':{'a':[1]}} | {'x':{'b':[1]}}",
                "[{'rename':'/a~1b','to':'c'}] | {'a/b':1} | {'c':1}",
                "[{'default':'/a','value':'x'}] | {} | {'a':'x'}",
                "[{'default':'/a','value':'x'}] | {'a':null} | {'a':null}",
                "[{'default':'/a/b','value':1}] | {} | {}",
                "[{'default':'/a/b','value':1}] | {'a':{}} | {'a':{'b':1}}",
                "[{'remove':'/a'}] | {'a':1,'b':2} | {'b':2}",
                "[{'remove':'/a/b'}] | {'a':7} | {'a':7}",
                "[{'move':'/city','to':'/address/city'}] | {'city':'Rome'} | {'address':{'city':'Rome'}}",
                "[{'move':'/city','to':'/address/city'}] | {'address':{'zip':1}} | {'address':{'zip':1}}",
                "[{'rename':'/items/0/a','to':'b'}] | {'items':[{'a':1},{'a':2}]} | {'items':[{'b':1},{'a':2}]}",
                "[{'rename':'/a','to':'b'},{'default':'/a','value':0}] | {'a':1} | {'a':0,'b':1}",
                "[] | 17 | 17"
            })
    void steps_change_what_is_there_and_leave_alone_what_is_not(String lift, String payload, String wanted) {
        assertEquals(new Lifted.Payload(json(wanted)), Lift.of(json(lift)).apply(json(payload)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'rename':'/a','to':'b'}] | {'a':1,'b':2}",
                "[{'move':'/a','to':'/b/c'}] | {'a':1,'b':2}",
                "[{'move':'/a','to':'/b/5/c'}] | {'a':1,'b':[]}"
            })
    void a_step_that_would_lose_something_is_refused(String lift, String payload) {
        Lifted lifted = Lift.of(json(lift)).apply(json(payload));
        assertTrue(assertInstanceOf(Lifted.Refusal.class, lifted).why().startsWith("step 0: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "{}",
                "[{}]",
                "[{'rename':'/a'}]",
                "[{'rename':'a','to':'b'}]",
                "[{'rename':'','to':'b'}]",
                "[{'move':'/a','to':'/a/b'}]",
                "[{'remove':'/a','to':'/b'}]",
                "[{'rename':'/a','to':3}]",
                "[{'remove':'/a~2'}]",
                "'payload +'",
                "'nobody.knows'"
            })
    void what_is_no_lift_is_refused_when_it_is_registered(String lift) {
        assertThrows(InvalidLift.class, () -> Lift.of(json(lift)));
    }

    @Test
    void an_invalid_step_is_pointed_at() {
        InvalidLift invalid =
                assertThrows(InvalidLift.class, () -> Lift.of(json("[{'remove':'/a'},{'rename':'/a','to':3}]")));
        assertEquals("/1/to", invalid.pointer());
    }

    @Test
    void an_expression_gives_the_payload() {
        Lift lift = Lift.of(json("'{\\'name\\': payload.first + \\' \\' + payload.last, \\'age\\': payload.age}'"));
        Json lifted = json("{'name':'Jane Smith','age':41}");
        assertEquals(new Lifted.Payload(lifted), lift.apply(json("{'first':'Jane','last':'Smith','age':41}")));
        assertInstanceOf(Lifted.Refusal.class, lift.apply(json("{'first':'Jane'}")));
    }

    @Test
    void a_lift_is_read_back_as_it_was_registered() {
        Json steps = json(
                "[{'rename':'/a','to':'b'},{'default':'/c/d','value':[1]},{'remove':'/e'},{'move':'/f','to':'/g/h'}]");
        assertEquals(steps, Lift.of(steps).json());
        assertEquals(Json.of("payload"), Lift.of(Json.of("payload")).json());
    }

    @Test
    void the_examples_that_a_lift_does_not_bring_to_its_version_are_told() {
        Lift lift = Lift.of(json("[{'rename':'/a','to':'b'}]"));
        List<Lift.Failure> failures = lift.failures(
                List.of(json("{'a':1}"), json("{'a':'x'}"), json("{'a':1,'b':1}")),
                payload -> payload.at("/b").filter(Json::isNumber).isPresent()
                        ? Optional.empty()
                        : Optional.of("/b must be a number"));
        assertEquals(List.of(1, 2), failures.stream().map(Lift.Failure::index).toList());
        assertEquals("/b must be a number", failures.get(0).why());
    }

    private static Json json(String text) {
        String quoted = text.replace("\\'", "\u0001").replace('\'', '"').replace("\u0001", "'");
        return Json.parse(quoted.getBytes(StandardCharsets.UTF_8));
    }
}
