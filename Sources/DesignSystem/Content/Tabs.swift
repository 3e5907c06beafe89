package import Kernel
package import Markup
import Wording

/// Parts of one thing as links beside each other; each has its own address.
package struct Tabs: Component {
    let name: Phrase
    let items: [NavigationItem]

    package init(_ name: Phrase, _ items: [NavigationItem]) {
        self.name = name
        self.items = items
    }

    package var markup: Markup {
        nav(.class("tabs"), .aria("label", name)) {
            ul { for item in items { li { countedLink(item) } } }
        }
    }
}

/// Filters of a list with how many each would show; they stand in the address.
package struct FilterList: Component {
    let name: Phrase
    let items: [NavigationItem]

    package init(_ name: Phrase, _ items: [NavigationItem]) {
        self.name = name
        self.items = items
    }

    package var markup: Markup {
        nav(.class("filters"), .aria("label", name)) {
            p(name, .class("filters-name"))
            ul { for item in items { li { countedLink(item) } } }
        }
    }
}

/// A link of a navigation with its count; the present one says so.
func countedLink(_ item: NavigationItem) -> Markup {
    .element("a", [.href(item.href)] + (item.isCurrent ? [.aria("current", "page")] : [])) {
        span(item.title)
        if let count = item.count {
            " "
            span(Int64(count).groupedByThousands, .class("count"))
        }
    }
}
