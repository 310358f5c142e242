package io.evertill.till;

import io.evertill.customer.Customer;
import io.evertill.customer.Exemption;
import io.evertill.key.Scanner;
import io.evertill.money.Money;
import io.evertill.sale.Basket;
import io.evertill.till.Notice.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who buys: looked for, made known, attached to the sale and taken off it again (experience E13), and who pays no taxes (E8).
public final class Patrons {
    private Patrons() {}

    /// A row of what there is to choose from while a customer is looked for.
    public sealed interface Row {
        /// Somebody whom the book knows.
        record Known(Customer customer) implements Row {}

        /// Somebody whom it does not know.
        ///
        /// @param typed what is known of the person
        record Another(String typed) implements Row {}

        /// Nobody any more.
        ///
        /// @param customer who is attached to the sale
        record Nobody(Customer customer) implements Row {}
    }

    /// The rows: who was found, then a new customer; with an empty input line, taking the customer off.
    public static List<Row> rows(TillState state, Activity.FindingCustomer finding) {
        List<Row> rows = new ArrayList<>();
        finding.found().forEach(customer -> rows.add(new Row.Known(customer)));
        String typed = state.input().strip();
        if (!typed.isEmpty()) {
            rows.add(new Row.Another(typed));
        } else {
            state.sale().customer().ifPresent(customer -> rows.add(new Row.Nobody(customer)));
        }
        return List.copyOf(rows);
    }

    /// The key: looks for a customer, or saves the one who is being made known with what is known.
    static void press(Turn turn) {
        if (turn.state().activity() instanceof Activity.MeetingCustomer meeting) {
            enter(turn, meeting, true);
        } else {
            begin(turn, "");
        }
    }

    private static void begin(Turn turn, String text) {
        turn.type("");
        turn.go(new Activity.FindingCustomer(0, List.of(), 0, false, true, false));
        if (!text.isEmpty()) {
            typed(turn, text);
        }
    }

    /// The input line says something else: so do the rows.
    static void typed(Turn turn, String text) {
        List<Customer> before = turn.state().activity() instanceof Activity.FindingCustomer old ? old.found() : List.of();
        turn.hush();
        turn.type(text);
        if (text.isBlank()) {
            turn.go(new Activity.FindingCustomer(0, List.of(), 0, false, true, false));
        } else {
            long ask = turn.ask(number -> new TillEffect.FindCustomers(number, text.strip()));
            turn.go(new Activity.FindingCustomer(ask, before, 0, false, false, false));
        }
    }

    static void found(Turn turn, Activity.FindingCustomer finding, TillEvent.Answer answer) {
        if (answer instanceof TillEvent.CustomersFound(long ask, List<Customer> found, boolean isMore)) {
            Activity.FindingCustomer current = new Activity.FindingCustomer(ask, found, 0, isMore, true, false);
            turn.go(current);
            if (finding.isEntered()) {
                choose(turn, current, 0);
            }
        } else if (answer instanceof TillEvent.Failed(long _, Trouble trouble, String detail)) {
            turn.warn(trouble, detail);
        }
    }

    static void enter(Turn turn, Activity.FindingCustomer finding) {
        if (finding.isCurrent()) {
            choose(turn, finding, finding.selected());
        } else {
            turn.go(new Activity.FindingCustomer(finding.ask(), finding.found(), finding.selected(), finding.isMore(), false, true));
        }
    }

    static void choose(Turn turn, Activity.FindingCustomer finding, int index) {
        List<Row> rows = rows(turn.state(), finding);
        if (index < 0 || index >= rows.size()) {
            return;
        }
        turn.type("");
        switch (rows.get(index)) {
            case Row.Known(Customer customer) -> {
                turn.go(new Activity.Selling());
                attach(turn, customer);
            }
            case Row.Another(String typed) -> {
                Draft draft = Draft.of(typed);
                turn.go(new Activity.MeetingCustomer(draft));
                if (draft.isEmpty()) {
                    turn.refuse(Phrase.CUSTOMER_NOT_SO, typed);
                }
            }
            case Row.Nobody(Customer customer) -> {
                turn.go(new Activity.Selling());
                turn.hold(turn.state().sale().of(Optional.empty(), false));
                turn.say(Tone.GOOD, Phrase.CUSTOMER_OFF, customer.name());
            }
        }
    }

    /// Takes what was typed about a new customer; nothing leaves it empty, but for the name.
    ///
    /// @param isLast whether nothing else is asked for
    static void enter(Turn turn, Activity.MeetingCustomer meeting, boolean isLast) {
        String typed = turn.state().input().strip();
        Draft draft = meeting.draft();
        if (typed.isEmpty() && draft.field() == Draft.Field.NAME) {
            turn.say(Tone.ASKING, Phrase.CUSTOMER_NAME_FIRST);
        } else if (!typed.isEmpty() && !draft.takes(typed)) {
            turn.refuse(Phrase.CUSTOMER_NOT_SO, typed);
        } else {
            turn.type("");
            Draft more = typed.isEmpty() ? draft : draft.with(typed);
            Optional<Draft> next = more.next().filter(_ -> !isLast);
            next.ifPresentOrElse(open -> turn.go(new Activity.MeetingCustomer(open)), () -> add(turn, more));
        }
    }

    /// A scan is the new customer's loyalty card.
    static void card(Turn turn, Activity.MeetingCustomer meeting, String code) {
        String text = LookUps.withoutAim(code.strip());
        if (text.isEmpty() || text.length() > Scanner.CODE_LENGTH_MAX || !meeting.draft().takes(text)) {
            turn.refuse(Phrase.SCAN_TORN);
        } else {
            turn.type("");
            add(turn, meeting.draft().with(text));
        }
    }

    private static void add(Turn turn, Draft draft) {
        long ask = turn.ask(number -> new TillEffect.AddCustomer(number, draft.customer()));
        turn.go(new Activity.AddingCustomer(ask, draft));
    }

    /// The customer is in the till's book.
    static void added(Turn turn, Customer customer) {
        turn.go(new Activity.Selling());
        attach(turn, customer);
    }

    /// The customer buys what is on the counter; who has a certificate that counts today pays no taxes.
    static void attach(Turn turn, Customer customer) {
        TillState state = turn.state();
        OpenSale sale = state.sale();
        Optional<Exemption> valid = customer.exemption().filter(exemption -> exemption.isValidOn(state.today()));
        if (valid.isPresent() && !sale.basket().hasRoomToFree()) {
            turn.refuse(Phrase.BASKET_FULL, Basket.LINES_MAX);
            return;
        }
        OpenSale attached = sale.of(Optional.of(customer), valid.isPresent());
        Money paid = sale.settlement().paid();
        if (sale.attempt().isPresent() || (paid.isPositive() && attached.basket().total().compareTo(paid) < 0)) {
            turn.refuse(Phrase.PAID_ALREADY, paid);
            return;
        }
        turn.hold(attached);
        turn.play(TillEffect.Sound.OK);
        if (valid.isPresent()) {
            turn.say(Tone.GOOD, Phrase.CUSTOMER_EXEMPT, customer.name(), valid.get().certificate());
        } else if (customer.exemption().isPresent()) {
            sayExpired(turn, customer.name(), customer.exemption().get());
        } else {
            turn.say(Tone.GOOD, Phrase.CUSTOMER_ATTACHED, customer.name());
        }
    }

    private static void sayExpired(Turn turn, String name, Exemption exemption) {
        turn.say(Tone.ASKING, Phrase.CERTIFICATE_EXPIRED, name, exemption.certificate(), exemption.until());
    }

    /// Whether nobody is let off taxes by a certificate that ended while the basket waited; if somebody is, taxes are charged and the
    /// till says why.
    static boolean isSellable(Turn turn) {
        OpenSale sale = turn.state().sale();
        Optional<Exemption> exemption = sale.customer().flatMap(Customer::exemption);
        boolean isRight = !sale.basket().isExempt() || exemption.filter(each -> each.isValidOn(turn.state().today())).isPresent();
        if (!isRight) {
            turn.hold(sale.of(sale.customer(), false));
            exemption.ifPresentOrElse(
                    ended -> sayExpired(turn, sale.customer().map(Customer::name).orElse(""), ended),
                    () -> turn.say(Tone.ASKING, Phrase.CERTIFICATE_GONE, sale.customerName().orElse("—")));
            turn.play(TillEffect.Sound.BLOCKED);
        }
        return isRight;
    }

    /// Goods came back to the counter: whoever has lost the certificate meanwhile, or was forgotten, pays taxes.
    static void again(Turn turn) {
        OpenSale sale = turn.state().sale();
        if (sale.basket().isExempt() && sale.customer().flatMap(Customer::exemption).isEmpty()) {
            turn.hold(sale.of(sale.customer(), false));
            turn.add(Tone.ASKING, Phrase.CERTIFICATE_GONE, sale.customerName().orElse("—"));
            turn.play(TillEffect.Sound.BLOCKED);
        }
    }
}
