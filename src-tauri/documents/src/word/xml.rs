//! Elements written one after another. What is written into memory cannot fail; should it ever, the first fault is kept and
//! told at the end.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::{Fault, Result};

/// Name and value of an attribute.
pub(super) type Attribute<'a> = (&'a str, &'a str);

/// Elements in the order in which they are written.
pub(super) struct Xml {
    out: Writer<Vec<u8>>,
    fault: Option<Fault>,
}

impl Xml {
    /// Without anything.
    pub fn new() -> Xml {
        Xml { out: Writer::new(Vec::new()), fault: None }
    }

    /// With the declaration that each part begins with.
    pub fn declared() -> Xml {
        let mut xml = Xml::new();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    fn event(&mut self, event: Event<'_>) {
        if let Err(error) = self.out.write_event(event) {
            self.fault.get_or_insert(Fault::of(error));
        }
    }

    /// Begins an element.
    pub fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    /// Ends it.
    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.event(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    /// An element whose one attribute is `w:val`.
    pub fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element that holds text alone.
    pub fn leaf(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(text)));
        self.close(name);
    }

    /// How much is written and not yet taken.
    pub fn len(&self) -> usize {
        self.out.get_ref().len()
    }

    /// What is written so far; what follows is written into nothing.
    pub fn take(&mut self) -> Result<Vec<u8>> {
        match self.fault.take() {
            Some(fault) => Err(fault),
            None => Ok(std::mem::take(self.out.get_mut())),
        }
    }
}
