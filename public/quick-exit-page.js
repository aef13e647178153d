// A new page takes the ones in front of this one away; else the forward button would lead to them.
history.pushState(null, "");
